#include "parse/line/shapes.hpp"

#include <newsarc/date.hpp>

#include "parse/date/clock.hpp"
#include "parse/line/links.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/name_words.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {
namespace {

bool is_section(std::string_view folded) {
    static const text::WordList words("page-section");
    return words.holds(folded);
}

/// Text up to the next of the marks, which is taken away with it.
std::string_view take_up_to(std::string_view& rest, std::string_view marks) {
    const std::size_t end = std::min(rest.find_first_of(marks), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(rest.size(), end + 1));
    return trim(part);
}

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool all_begin_upper(std::string_view text) {
    while (!text.empty()) {
        const std::string_view word = take_up_to(text, " ");
        if (!word.empty() && !begins_upper(word) && !is_name_particle(text::fold(word))) return false;
    }
    return true;
}

/// `Jane Roe and Ali Khan in Rome, and Bo Li`: three people or more, and where some of them are.
bool signs_jointly(std::string_view text) {
    const auto found = read_names(text);
    if (!found || found->length < text.size() || !found->all_told || found->authors.size() < 3) return false;
    return std::ranges::any_of(found->authors, [](const Author& author) { return author.place.has_value(); });
}

}  // namespace

bool is_trail(std::string_view text) {
    for (const std::string_view mark : {" > ", " › ", " » "}) {
        const std::size_t first = text.find(mark);
        if (first != std::string_view::npos && text.find(mark, first + mark.size()) != std::string_view::npos)
            return true;
    }
    return false;
}

bool is_page_place(std::string_view text) {
    if (text.size() > 100 || ends_as_sentence(text)) return false;
    if (is_trail(text)) return true;
    if (is_section(text::fold(text))) return true;
    std::size_t parts = 0;
    while (!text.empty()) {
        std::size_t end = 0;
        std::size_t mark = 0;
        for (; end < text.size(); end += mark) {
            const auto point = code_point_at(text, end);
            mark = point.length;
            if (std::u32string_view(U"/|>\u00BB\u203A\u2192").find(point.value) != std::u32string_view::npos)
                break;
        }
        const std::string part = text::fold(trim(text.substr(0, end)));
        text.remove_prefix(std::min(text.size(), end + mark));
        if (part == "home" && parts == 0 && !text.empty()) return true;
        if (!is_section(part)) return false;
        ++parts;
    }
    return parts > 1;
}

bool is_picture_credit(std::string_view text) {
    if (text.size() > 80 || text.size() < 4 || ends_as_sentence(text)) return false;
    const std::string folded = text::fold(text);
    if (folded.find("via getty") != std::string::npos || folded.find("via reuters") != std::string::npos ||
        folded.find("via ap") != std::string::npos)
        return words_in(text) <= 8;
    if (text.find('/') == std::string_view::npos || text.find("//") != std::string_view::npos) return false;
    bool agency = false;
    for (std::string_view rest = text; !rest.empty();) {
        const std::string_view part = take_up_to(rest, "/");
        if (part.empty() || words_in(part) > 4 || !all_begin_upper(part)) return false;
        const std::string name = text::fold(part);
        agency = agency || is_known_agency(name) || name == "getty images" || name == "getty" ||
                 name == "shutterstock" || name == "alamy";
    }
    return agency;
}

bool leads_to_link(std::string_view text, bool strict) {
    if (text.size() > 400) return false;
    const auto links = find_links(text);
    if (links.size() != 1 || links.front().title || links.front().begin == 0) return false;
    if (has_word(text.substr(links.front().end))) return false;
    if (trim(text.substr(links.front().end)).starts_with('.')) return false;
    const std::string_view lead = trim(text.substr(0, links.front().begin));
    if (!has_word(lead) || (strict && lead.find(". ") != std::string_view::npos)) return false;
    const bool marked = lead.ends_with(':') || lead.ends_with('-') || lead.ends_with("–") ||
                        lead.ends_with("—") || lead.ends_with("→") || lead.ends_with("👉");
    return strict ? words_in(lead) <= (marked ? 12U : 5U) : words_in(lead) <= (marked ? 16U : 8U);
}

bool is_contact(std::string_view text) {
    if (text.size() > 120 || ends_as_sentence(text)) return false;
    const std::size_t at = text.find('@');
    if (at == std::string_view::npos) return false;
    if (at == 0) return text.find(' ') == std::string_view::npos;
    return words_in(text) <= 8 && text.find(". ") == std::string_view::npos &&
           std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                       [](char c) { return c == '.'; });
}

bool is_clock_alone(std::string_view text) {
    if (text.empty() || text.size() > 30 || !is_digit(text.front())) return false;
    DateReader in(text);
    DateTime moment;
    return read_clock(in, moment) && trim(text.substr(in.at())).empty();
}

NameLine read_name_line(std::string_view text) {
    if (text.size() > 90 || text.find(' ') == std::string_view::npos || ends_as_sentence(text))
        return NameLine::none;
    if (is_desk(text)) {
        const std::string folded = text::fold(text);
        constexpr std::string_view desks[] = {"correspondent", "reporter", "desk", "staff", "bureau"};
        const bool writes = std::any_of(std::begin(desks), std::end(desks), [&](std::string_view word) {
            return folded.find(word) != std::string::npos;
        });
        return writes ? NameLine::writer : NameLine::none;
    }
    if (signs_jointly(text)) return NameLine::writer;
    const std::size_t bar = text.find('|');
    const auto found = read_names(trim(text.substr(0, bar)));
    if (!found || found->length < trim(text.substr(0, bar)).size() ||
        found->names.find(' ') == std::string_view::npos || is_affiliation(found->names) ||
        is_known_city(text::fold(found->names)))
        return NameLine::none;
    const std::string_view title = bar == std::string_view::npos ? found->title : trim(text.substr(bar + 1));
    if (title.empty()) return bar == std::string_view::npos ? NameLine::name : NameLine::none;
    const std::string folded = text::fold(title);
    const bool paper = folded.starts_with("the ") && all_begin_upper(title);  // `Jane Roe, The Harbour Times`
    return paper || is_job_title(title) || is_affiliation(title) || is_known_city(folded) ? NameLine::writer
                                                                                          : NameLine::none;
}

}  // namespace newsarc::parsing
