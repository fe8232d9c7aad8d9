#include "output/exchange/names.hpp"

#include <algorithm>
#include <array>

#include "text/byline.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::output {
namespace {

using Words = std::vector<std::string>;

/// More words than a person has names.
constexpr std::size_t most_words = 6;

/// Titles, folded and without full stops, that citations leave out.
constexpr std::array<std::string_view, 12> titles{"dr",   "prof", "professor", "mr",  "mrs",  "ms",
                                                  "miss", "herr", "frau",      "sir", "dame", "rev"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& known, std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

Words words_of(std::string_view text) {
    const std::string squeezed = text::squeeze(text);
    Words out;
    for (std::size_t at = 0; at < squeezed.size();) {
        const std::size_t end = std::min(squeezed.find(' ', at), squeezed.size());
        out.push_back(squeezed.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (i == from ? "" : " ") + words[i];
    return out;
}

/// Words, folded, that begin a family name when they are written with a capital: `St. Clair`.
constexpr std::array<std::string_view, 22> family_words{
    "abu", "al", "bin", "da", "de", "del",   "den", "des", "du",  "der", "di",
    "dos", "el", "ibn", "la", "le", "saint", "st",  "st.", "ter", "van", "von"};

bool begins_in_lower_case(const std::string& word) {
    return word.front() >= 'a' && word.front() <= 'z';
}

bool is_written_without_blanks(std::string_view text) {
    return !text.empty() && text::is_ideograph(text::code_point_at(text, 0).value);
}

bool is_no_person(std::string_view text, const Words& words) {
    if (words.size() > most_words || is_written_without_blanks(words.front())) return true;
    return text.find_first_of("0123456789@/()[]:") != std::string_view::npos || text::is_organisation(text);
}

bool is_title(const std::string& word) {
    std::string plain = text::fold(word);
    if (plain.ends_with('.')) plain.pop_back();
    return is_among(titles, plain);
}

}  // namespace

Name split_name(std::string_view text) {
    Name out;
    std::string names(text);
    // `Roe, Jane` and `Jane Roe, Jr.`
    if (const std::size_t comma = names.find(','); comma != std::string::npos) {
        const std::string behind = text::squeeze(std::string_view(names).substr(comma + 1));
        names.resize(comma);
        if (text::is_generation(behind)) {
            out.suffix = behind;
        } else if (!behind.empty() && behind.find(',') == std::string::npos && !text::is_degree(behind)) {
            return {.given = behind, .family = names};
        }
    }
    Words words = words_of(names);
    while (words.size() > 2 && is_title(words.front()))
        words.erase(words.begin());
    while (words.size() > 2 && (text::is_degree(words.back()) || text::is_generation(words.back()))) {
        if (text::is_generation(words.back())) out.suffix = words.back();
        words.pop_back();
    }
    if (words.size() < 2 || is_no_person(names, words)) return {.literal = std::string(text)};
    std::size_t family = words.size() - 1;
    while (family > 1 && !begins_in_lower_case(words[family - 1]) &&
           is_among(family_words, text::fold(words[family - 1])))
        --family;
    std::size_t particle = family;
    while (particle > 1 && begins_in_lower_case(words[particle - 1]))
        --particle;
    out.given = joined(words, 0, particle);
    out.particle = joined(words, particle, family);
    out.family = joined(words, family, words.size());
    return out;
}

std::vector<Name> authors_of(const Article& article) {
    std::vector<Name> out;
    for (const Author& author : article.authors)
        out.push_back(split_name(author.name));
    if (!out.empty() || !article.byline) return out;
    for (const std::string& name : text::names_in_byline(*article.byline))
        out.push_back(split_name(name));
    return out;
}

std::string inverted(const Name& name) {
    if (!name.literal.empty()) return name.literal;
    std::string out = name.particle.empty() ? name.family : name.particle + " " + name.family;
    if (!name.given.empty()) out += ", " + name.given;
    if (!name.suffix.empty()) out += ", " + name.suffix;
    return out;
}

}  // namespace newsarc::output
