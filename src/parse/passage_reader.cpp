#include "parse/passage_reader.hpp"

#include "parse/label/guards.hpp"
#include "parse/line/scan.hpp"
#include "parse/line/shapes.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {

bool PassageReader::is_bare_byline(std::size_t i) const {
    const NameLine line = read_name_line(text(i));
    if (line != NameLine::name) return line == NameLine::writer;
    if (i + 1 >= passages_.size()) return false;
    if (hangs_on_names(i + 1)) return true;
    const auto meta = meta_of(i + 1);
    // `Port Ellery - 3 April 2025` below a name tells where and when.
    if (meta && (meta->names.empty() || meta->bare) &&
        (meta->published || meta->updated || (meta->relative && meta->labelled)))
        return true;
    return calls_somebody(i);
}

bool PassageReader::calls_somebody(std::size_t i) const {
    const std::string_view name = text(i);
    if (!is_given_name(text::fold(name.substr(0, name.find(' '))))) return false;
    // Of somebody in the story it would tell.
    constexpr std::size_t reach = 6;
    const std::string_view family = name.substr(name.rfind(' ') + 1);
    for (std::size_t k = i + 1; k < std::min(passages_.size(), i + 1 + reach); ++k)
        if (text(k).find(family) != std::string_view::npos) return false;
    return text(i + 1).size() >= name.size() * 4;
}

bool PassageReader::hangs_on_names(std::size_t i) const {
    return is_job_title(text(i)) || is_affiliation(text(i)) || is_contact(text(i));
}

bool PassageReader::is_related_title(std::size_t i, std::size_t number) const {
    constexpr std::size_t most_titles = 40;
    const std::string_view title = text(i);
    if (number > most_titles || length_up_to(title, 221) > 220) return false;
    if (is_separator(title) || label_of(i) || meta_of(i)) return false;
    const bool item = leading_ornament(title) > 0 && !begins_quoted(title);
    if (number > 1 && !item && passages_[i].blanks > 0) return false;
    return item || !ends_as_sentence(title);
}

bool PassageReader::follows_link_label(std::size_t i) const {
    if (i == 0 || passages_[i].blanks > 0 || !is_link_alone(text(i))) return false;
    const auto match = label_of(i - 1);
    return match && (match->kind == LabelKind::related || match->kind == LabelKind::promotion);
}

}  // namespace newsarc::parsing
