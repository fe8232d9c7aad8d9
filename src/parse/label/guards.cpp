#include "parse/label/guards.hpp"

#include "parse/line/links.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/byline.hpp"
#include "parse/name/dateline.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <string>

namespace newsarc::parsing {
namespace {

bool has_link(std::string_view text) {
    return text.find("://") != std::string_view::npos || text.find("www.") != std::string_view::npos ||
           text.find('@') != std::string_view::npos || text.find("](") != std::string_view::npos;
}

/// Words, counted by blanks to at most `limit`.
std::size_t words_up_to(std::string_view text, std::size_t limit) {
    std::size_t words = text.empty() ? 0 : 1;
    for (std::size_t at = text.find(' '); at != std::string_view::npos && words < limit;
         at = text.find(' ', at + 1))
        ++words;
    return words;
}

/// A label of one short word is too weak a sign before a dash (`Watch - and wait`), unless shouted.
bool is_weak(const LabelMatch& match) {
    constexpr std::size_t short_word = 7;
    const bool capitals = std::none_of(match.label.begin(), match.label.end(), is_ascii_lower);
    return match.mark == Mark::soft && match.label.find(' ') == std::string_view::npos && !capitals &&
           (match.label.size() < short_word || !begins_upper(match.value) || ends_as_sentence(match.value));
}

bool accepts_credit(const LabelMatch& match) {
    if (match.value.empty()) return match.mark != Mark::none;
    if (length_up_to(match.value, 121) > 120 || words_up_to(match.value, 13) > 12) return false;
    if (match.mark != Mark::none) return !ends_as_sentence(match.value) || words_up_to(match.value, 7) <= 6;
    // `via newsroom.co.nz`, `Via 24 Heures`; what begins in lower case is no name but for a host's.
    const bool host =
        match.value.find(' ') == std::string_view::npos && match.value.find('.') != std::string_view::npos;
    return words_up_to(match.value, 7) <= 6 &&
           (!begins_lower(match.value) || host || has_link(match.value)) && !ends_as_sentence(match.value);
}

bool accepts_related(const LabelMatch& match) {
    if (match.value.empty()) return true;
    // `More: that was the answer she gave.`
    if (begins_lower(match.value) && ends_as_sentence(match.value) && !has_link(match.value)) return false;
    if (names_genre(match) && ends_as_sentence(match.value)) return false;
    if (is_weak(match)) return false;
    return is_title_like(match.value) || has_link(match.value);
}

/// `Share this burden, the bishop told the rich.`: the last clause says who spoke.
bool reports_speech(std::string_view text) {
    if (!text.ends_with('.')) return false;
    const std::size_t comma = text.rfind(", ");
    if (comma == std::string_view::npos) return false;
    std::string clause = text::fold(text.substr(comma + 1, text.size() - comma - 2));
    clause += ' ';
    constexpr std::string_view verbs[] = {" said ",   " says ",    " told ",  " added ", " urged ",
                                          " warned ", " shouted ", " joked ", " wrote ", " read ",
                                          " cried ",  " asked ",   " sang ",  " argued "};
    return std::any_of(std::begin(verbs), std::end(verbs),
                       [&](std::string_view verb) { return clause.find(verb) != std::string::npos; });
}

/// Lines that begin as promotion does and go on freely: they invite, and are short or link somewhere.
bool accepts_promotion(std::string_view text, const LabelMatch& match) {
    if (match.mark == Mark::hard) return length_up_to(text, 501) <= 500;
    if (begins_quoted(text) || (!has_link(text) && reports_speech(text))) return false;
    // `Contact the author at …` needs an address behind it, `contact the dead at night` has none.
    if (match.pattern.ends_with("at …") && match.pattern.find('*') != std::string_view::npos)
        return has_link(text);
    return length_up_to(text, 501) <= (has_link(text) ? 500U : 240U);
}

/// `Edited by Jane Roe`, but not `Edited by hand, the film …`: after `by` there must be names.
bool accepts_reporting(std::string_view text, const LabelMatch& match) {
    if (begins_quoted(text) || length_up_to(text, 601) > 600) return false;
    if (match.mark != Mark::none || !match.pattern.ends_with("by …")) return true;
    std::string_view names = match.value;
    if (names.starts_with("the ")) names.remove_prefix(4);
    return read_names(names).has_value();
}

/// A clause after a comma, begun in lower case: `Sponsored by the state, the scheme has failed.`
bool runs_on(std::string_view text) {
    const std::size_t comma = text.find(", ");
    return ends_as_sentence(text) && comma != std::string_view::npos && begins_lower(text.substr(comma));
}

bool accepts_note(std::string_view text, const LabelMatch& match) {
    // A pattern that opens a bracket stands for a line that does.
    if (match.pattern.starts_with('(') && !text.starts_with('(') && !text.starts_with('[')) return false;
    switch (match.kind) {
        case LabelKind::promotion: return accepts_promotion(text, match);
        case LabelKind::copyright:
            // `Distributed by hand, the leaflets …`
            if (match.pattern.ends_with("by …") && begins_lower(match.value)) return false;
            if (reports_speech(text)) return false;
            return length_up_to(text, 501) <= 500;
        case LabelKind::reporting: return accepts_reporting(text, match);
        case LabelKind::caption:
            return !is_weak(match) && !begins_quoted(text) && length_up_to(text, 601) <= 600;
        case LabelKind::editor:
        case LabelKind::correction:
            if (is_weak(match)) return false;
            return length_up_to(text, 1501) <= (match.mark == Mark::hard ? 1500U : 600U);
        case LabelKind::other: return length_up_to(text, 501) <= 500;
        default:
            if (match.mark == Mark::none && !match.value.empty() && runs_on(text)) return false;
            return length_up_to(text, 201) <= 200;
    }
}

}  // namespace

bool accepts_label(std::string_view passage, const LabelMatch& match) {
    switch (match.kind) {
        case LabelKind::byline:
        case LabelKind::published:
        case LabelKind::updated: return false;
        case LabelKind::headline:
        case LabelKind::deck: return match.mark == Mark::hard;
        case LabelKind::credit: return accepts_credit(match);
        case LabelKind::related: return accepts_related(match);
        default: return accepts_note(passage, match);
    }
}

bool begins_quoted(std::string_view text) {
    constexpr std::u32string_view quotes = U"\"'\u2018\u201C\u00AB\u201E\u300C";
    return quotes.find(code_point_at(text, 0).value) != std::u32string_view::npos;
}

std::optional<LabelMatch> read_label(std::string_view passage, const LabelSet& labels) {
    auto match = labels.match(passage);
    if (match && !accepts_label(passage, *match)) match.reset();
    return match;
}

bool names_genre(const LabelMatch& match) {
    if (match.kind != LabelKind::related || match.language != "en") return false;
    const std::string label = text::fold(match.label);
    constexpr std::string_view invitations[] = {
        "read",     "also", "more",    "relat",     "recommend", "suggest", "miss",  "like",
        "click",    "link", "archive", "elsewhere", "similar",   "popul",   "trend", "earlier",
        "previous", "next", "stor",    "news",      "check out", "interest"};
    return std::none_of(std::begin(invitations), std::end(invitations),
                        [&](std::string_view word) { return label.find(word) != std::string::npos; });
}

bool reads_as_clause(std::string_view text) {
    int lower = 0;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const std::string folded = text::fold(word);
        const bool small = begins_lower(word) && word.find('.') == std::string_view::npos &&
                           !is_name_particle(folded) && !joins_names(folded);
        // `Council to Close Bridge`: what is to be done is told in a clause.
        lower += !small ? 0 : folded == "to" ? 2 : 1;
    }
    return lower > 1;
}

bool may_be_headline(const Passage& passage, bool last) {
    const std::string_view line = passage.text;
    const std::size_t length = length_up_to(line, 301);
    if (length > 300 || !has_word(line)) return false;
    const bool sentence = ends_as_sentence(line);
    if (sentence && (length > 200 || (length > 80 && last))) return false;
    if (sentence && passage.lines > 2) return false;
    // `REPORT: Nine arrested` looks like a dateline too; one with a date or an agency is no headline.
    const auto found = read_dateline(line);
    const bool told = found && (found->dateline.date || found->day || found->dateline.agency);
    return !told || line.size() < found->length + 40;
}

bool is_title_like(std::string_view text) {
    const std::size_t length = length_up_to(text, 301);
    if (length > 300 || !has_word(text)) return false;
    return !ends_as_sentence(text) || length <= 140;
}

bool is_separator(std::string_view text) {
    if (text.size() < 3 || is_ascii_alpha(text.front()) || is_digit(text.front())) return false;
    std::size_t marks = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        constexpr std::u32string_view lines =
            U"*-=_~#+\u2013\u2014\u2015\u2022\u00B7\u2500\u2501\u2550\u2042\u25CF\u25C6";
        if (lines.find(point.value) != std::u32string_view::npos)
            ++marks;
        else if (!is_space(point.value))
            return false;
        at += point.length;
    }
    return marks >= 3;
}

bool is_link_alone(std::string_view text) {
    if (text.size() > 2000 || !has_link(text)) return false;
    const auto links = find_links(text);
    if (links.size() != 1 || links.front().title) return false;
    return !has_word(text.substr(0, links.front().begin)) && !has_word(text.substr(links.front().end));
}

}  // namespace newsarc::parsing
