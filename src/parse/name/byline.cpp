#include "parse/name/byline.hpp"

#include "parse/date/dates.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace newsarc::parsing {
namespace {

/// `Roe, Jane; Khan, Ali`, as databases write names.
std::optional<NamesFound> read_family_names_first(std::string_view text) {
    NamesFound found;
    for (std::string_view rest = text; !rest.empty();) {
        std::string_view part = trim(rest.substr(0, rest.find(';')));
        // `Roe, Jane 1`: a number leads to a note on her.
        while (!part.empty() && is_digit(part.back()))
            part = trim(part.substr(0, part.size() - 1));
        // `Roe, Jane.`, but `Roe, Jane B.`
        if (part.ends_with('.') && part.size() > 3 && is_ascii_alpha(part[part.size() - 3]) &&
            !is_name_suffix(text::fold(part.substr(part.rfind(' ') + 1, part.size() - part.rfind(' ') - 2))))
            part.remove_suffix(1);
        rest.remove_prefix(std::min(
            rest.size(), rest.find(';') == std::string_view::npos ? rest.size() : rest.find(';') + 1));
        const std::size_t comma = part.find(", ");
        if (comma == std::string_view::npos || part.find(',', comma + 1) != std::string_view::npos)
            return std::nullopt;
        const std::string_view family = part.substr(0, comma);
        const std::string_view given = trim(part.substr(comma + 1));
        const std::string folded = text::fold(given);
        // A name of one word alone is a family's; else several of them must say so.
        const bool one_word = family.find(' ') == std::string_view::npos;
        const bool name = begins_upper(family) && begins_upper(given) &&
                          std::count(given.begin(), given.end(), ' ') < 3 && !names_role(given) &&
                          !is_affiliation(given) && !is_known_city(folded) && !is_degree(folded) &&
                          !is_name_suffix(folded.substr(0, folded.find('.')));
        if (!name || (!one_word && text.find(';') == std::string_view::npos)) return std::nullopt;
        found.authors.push_back({text::squeeze(given) + " " + text::squeeze(family)});
        found.names.append(found.names.empty() ? "" : "; ").append(text::squeeze(part));
    }
    if (found.authors.empty()) return std::nullopt;
    found.length = text.size();
    return found;
}

}  // namespace

NamesFound read_byline(std::string_view text) {
    text = trim(text);
    if (auto found = read_family_names_first(text)) return std::move(*found);
    if (!is_desk(text)) {
        auto found = read_names(text);
        const std::string_view rest = found ? trim(text.substr(found->length)) : std::string_view();
        if (found && found->all_told && (!has_word(rest) || read_day(rest))) return std::move(*found);
    }
    NamesFound whole;
    whole.names = text::squeeze(text);
    whole.authors.push_back({whole.names});
    whole.length = text.size();
    return whole;
}

bool add_to_authors(std::vector<Author>& authors, std::string_view text, Aside how) {
    const std::size_t comma = text.find(", ");
    const bool two = comma != std::string_view::npos && is_job_title(text.substr(0, comma)) &&
                     !names_role(text.substr(comma));
    bool told = !authors.empty();
    for (Author& author : authors) {
        if (two)
            told = tell_of(author, text.substr(0, comma), Aside::comma) &&
                   tell_of(author, text.substr(comma + 2), Aside::comma) && told;
        else
            told = tell_of(author, text, how) && told;
    }
    return told;
}

}  // namespace newsarc::parsing
