#include "parse/label/label_marks.hpp"

#include "parse/line/scan.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace newsarc::parsing {
namespace {

Mark mark_of(char32_t c) {
    constexpr std::u32string_view hard =
        U":|>\u00A6\u00B7\u00BB\u2022\u203A\u2192\u21D2\u2502\u25B6\u25BA\u27A1\uFE55"
        U"\uFF1A\uFF5C\U0001F449\U0001F447";
    constexpr std::u32string_view soft = U"!~\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF01";
    if (hard.find(c) != std::u32string_view::npos) return Mark::hard;
    return soft.find(c) != std::u32string_view::npos ? Mark::soft : Mark::none;
}

bool is_closer(char32_t c) {
    constexpr std::u32string_view closers = U")]}*_\"'\u2019\u201D\u200E\u200F\uFE0F";
    return closers.find(c) != std::u32string_view::npos;
}

}  // namespace

MarkFound read_marks(std::string_view text, std::size_t at) {
    MarkFound found{Mark::none, at};
    const std::size_t limit = std::min(text.size(), at + 48);
    bool blank = false;
    while (at < limit) {
        const auto point = code_point_at(text, at);
        const std::size_t next = at + point.length;
        const bool dash =
            point.value == '-' && (blank || next >= text.size() || text[next] == ' ' || text[next] == '-');
        const bool slashes = point.value == '/' && (text.substr(at, 2) == "//" || blank);
        const Mark mark = dash || slashes ? Mark::soft : mark_of(point.value);
        if (mark != Mark::none) {
            if (found.mark != Mark::hard) found.mark = mark;
        } else if (is_space(point.value)) {
            blank = true;
        } else if (point.value == '.' && text.substr(next).starts_with(':')) {
            // `N. del E.: …`: the stop of an abbreviation.
        } else if (!is_closer(point.value)) {
            break;
        }
        at = next;
        const bool emphasis = point.value == '*' || point.value == '_';
        if (mark != Mark::none || (emphasis && found.mark != Mark::none)) found.end = at;
    }
    return found;
}

bool is_link_start(std::string_view text) {
    return text.starts_with("http") || text.starts_with("www.") || text.starts_with("[") ||
           text.starts_with("<http");
}

bool is_shouted(std::string_view label, std::string_view rest) {
    if (label.find(' ') == std::string_view::npos || rest.size() < 2 || !begins_upper(rest)) return false;
    if (std::any_of(label.begin(), label.end(), is_ascii_lower)) {
        const std::string folded = text::fold(label);
        constexpr std::string_view leads[] = {"read also",   "also read",   "lire aussi",  "a lire aussi",
                                              "leia tambem", "lea tambien", "leggi anche", "lees ook"};
        return !ends_as_sentence(rest) &&
               std::find(std::begin(leads), std::end(leads), folded) != std::end(leads);
    }
    const std::string_view words = rest.substr(0, rest.find(' ', std::min(rest.size(), rest.find(' ') + 1)));
    return std::any_of(words.begin(), words.end(), is_ascii_lower);
}

std::string_view unwrapped(std::string_view value, std::string_view before) {
    constexpr std::string_view openers = "([*_";
    constexpr std::string_view closers = ")]*_";
    for (std::size_t i = before.size(); i > 0 && !value.empty(); --i) {
        const std::size_t which = openers.find(before[i - 1]);
        if (which == std::string_view::npos || value.back() != closers[which]) continue;
        value = trim(value.substr(0, value.size() - 1));
    }
    return value;
}

}  // namespace newsarc::parsing
