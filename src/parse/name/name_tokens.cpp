#include "parse/name/name_tokens.hpp"

#include "parse/date/date_words.hpp"
#include "parse/date/dates.hpp"
#include "parse/line/scan.hpp"
#include "parse/name/jobs.hpp"
#include "parse/name/name_words.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>

namespace newsarc::parsing {
namespace {

constexpr std::size_t most_capitals = 6;  // words of a place or an outlet

bool splits_bylines(char32_t c) {
    return std::u32string_view(U"|/(<[\u00B7\u2022\u2013\u2014\u2015@\uFF08\uFF0F").find(c) !=
           std::u32string_view::npos;
}

/// Bytes of the number of a note that sticks to a name: `Roe1`.
std::size_t note_number(std::string_view word) {
    constexpr std::size_t most_digits = 2;
    constexpr std::size_t shortest_name = 3;
    std::size_t digits = 0;
    while (digits < word.size() && is_digit(word[word.size() - 1 - digits]))
        ++digits;
    if (digits == 0) return 0;
    const std::string_view name = word.substr(0, word.size() - digits);
    const bool is_name =
        digits <= most_digits && name.size() >= shortest_name && begins_upper(name) &&
        std::ranges::all_of(name, [](char c) { return is_ascii_alpha(c) || !is_ascii(c); }) &&
        std::ranges::any_of(name, [](char c) { return !is_ascii(c) || ascii_lower(c) == c; });
    return is_name ? digits : 0;
}

}  // namespace

bool is_name_comma(char32_t c) {
    return std::u32string_view(U",;\u060C\u061B\u3001\uFF0C").find(c) != std::u32string_view::npos;
}

bool is_joiner(const NameToken& token) {
    const bool initial = begins_upper(token.text) && token.folded.size() == 1;
    return token.text == "&" || (joins_names(token.folded) && !initial);
}

bool is_initial(const NameToken& token) {
    return begins_upper(token.text) && token.folded.size() == 1 && token.text.ends_with('.');
}

bool ends_names(const NameToken& token) {
    return !is_initial(token) && parsing::ends_names(token.folded);
}

bool has_case(std::string_view text) {
    return begins_upper(text) || begins_lower(text);
}

bool is_name_word(const NameToken& token, bool first) {
    const std::string_view word = token.text;
    if (std::any_of(word.begin(), word.end(), [](char c) {
            return is_digit(c) || std::string_view(":!?%$#=+*\"").find(c) != std::string_view::npos;
        }))
        return false;
    // `'Harbour Lights'` is quoted; `'t` begins a name.
    for (const std::string_view mark : {"'", "‘", "“", "„", "«"}) {
        if (word.starts_with(mark) && begins_upper(word.substr(mark.size()))) return false;
    }
    const bool initial = word.size() == 2 && is_ascii_upper(word[0]) && word[1] == '.';
    if (first && !initial && is_never_name(token.folded)) return false;
    if (begins_upper(word)) return true;
    if (is_name_particle(token.folded)) return true;
    // `d'Arcy`, `al-Rashid`: a small particle before a capital.
    const std::size_t joint = word.find_first_of("'-");
    if (joint != std::string_view::npos && joint <= 3) return begins_upper(word.substr(joint + 1));
    if (const std::size_t curly = word.find("’"); curly != std::string_view::npos && curly <= 2)
        return begins_upper(word.substr(curly));
    return !begins_lower(word) && has_word(word);
}

std::string_view strip_name(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == ',' || text.back() == ';'))
        text.remove_suffix(1);
    // A full stop stays on an initial and on `Jr.`; elsewhere it only closes the line.
    const std::string_view last =
        text.substr(text.rfind(' ') == std::string_view::npos ? 0 : text.rfind(' ') + 1);
    const bool initial = last.size() < 3 || last.find('.') + 1 < last.size() || is_suffix(last);
    if (last.ends_with('.') && !initial) text.remove_suffix(1);
    return text;
}

bool is_suffix(std::string_view text) {
    std::string folded = text::fold(text);
    while (folded.ends_with('.'))
        folded.pop_back();
    return is_name_suffix(folded);
}

std::optional<NameToken> NameTokens::at(std::size_t begin) const {
    begin += leading_space(text_.substr(begin));
    if (begin >= text_.size()) return std::nullopt;
    NameToken token;
    token.begin = token.end = begin;
    while (token.end < text_.size()) {
        const auto point = code_point_at(text_, token.end);
        if (is_space(point.value) || is_name_comma(point.value)) break;
        if (splits_bylines(point.value) && !joins_ideographs(token.end, point.length)) break;
        // A hyphen with a blank after it is a dash.
        if (point.value == '-' && token.end == token.begin) break;
        token.end += point.length;
    }
    token.next = token.end;
    if (const auto mark = code_point_at(text_, token.end); is_name_comma(mark.value)) {
        token.closed = true;
        token.next += mark.length;
    }
    token.end -= note_number(text_.substr(token.begin, token.end - token.begin));
    token.text = text_.substr(token.begin, token.end - token.begin);
    if (token.text.empty()) return std::nullopt;
    token.folded = text::fold(token.text);
    while (!token.folded.empty() && token.folded.back() == '.')
        token.folded.pop_back();
    return token;
}

bool NameTokens::is_address(std::size_t begin, std::size_t end) const {
    if (end >= text_.size() || text_[end] != '@') return false;
    const std::string_view behind = text_.substr(end, text_.substr(end).find(' '));
    return !begins_upper(text_.substr(begin)) || behind.find('.') != std::string_view::npos;
}

bool NameTokens::joins_ideographs(std::size_t at, std::size_t length) const {
    return text_.substr(at, length) == "·" && at > 2 &&
           text::is_ideograph(code_point_at(text_, at - 3).value) &&
           text::is_ideograph(code_point_at(text_, at + length).value);
}

bool NameTokens::stops_at(std::size_t at) const {
    const std::string_view rest = text_.substr(at);
    const std::size_t space = leading_space(rest);
    const auto point = code_point_at(rest, space);
    return splits_bylines(point.value) || (point.value == '-' && space > 0);
}

bool NameTokens::leads_to_family_name(const NameToken& word) const {
    const auto next = at(word.next);
    return is_name_particle(word.folded) && next && !is_known_city(next->folded);
}

bool NameTokens::is_person(std::size_t begin) const {
    const auto first = at(begin);
    if (!first || !is_name_word(*first, true) || is_job_word(first->folded)) return false;
    if (!has_case(first->text)) return true;
    const auto second = first->closed ? std::nullopt : at(first->next);
    return second && is_name_word(*second, false) && !is_job_word(second->folded);
}

std::size_t NameTokens::end_of_capitals(std::size_t begin) const {
    std::size_t end = begin;
    std::size_t count = 0;
    for (auto word = at(begin); word && count < most_capitals; word = at(word->next), ++count) {
        const bool small = begins_lower(word->text) && !is_name_particle(word->folded);
        if (small || is_joiner(*word) || labels_date(word->folded)) break;
        if (read_date(text_.substr(word->begin))) break;
        end = word->end;
        if (word->closed || stops_at(word->end)) break;
    }
    if (end > begin && text_[end - 1] == '.' && text_.substr(begin, end - begin).find('.') + 1 == end - begin)
        --end;
    return end;
}

}  // namespace newsarc::parsing
