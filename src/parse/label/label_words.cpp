#include "parse/label/label_words.hpp"

#include "parse/line/scan.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>

namespace newsarc::parsing {
namespace {

constexpr char32_t copyright = 0xA9;
constexpr std::size_t longest_word = 48;

bool is_word(char32_t c) {
    return c < 0x80 ? is_ascii_alnum(static_cast<char>(c)) : text::is_word_character(c);
}

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}

/// The letters of Latin, Greek, Cyrillic, Hebrew, Arabic and Devanagari writing, each folded alone.
const std::string& folded_letter(char32_t c) {
    constexpr char32_t first = 0x80;
    constexpr char32_t last = 0x97F;
    static const auto table = [] {
        std::array<std::string, last - first + 1> made;
        std::string letter;
        for (char32_t point = first; point <= last; ++point) {
            letter.clear();
            text::append(letter, point);
            made[point - first] = text::fold(letter);
        }
        return made;
    }();
    return table[c - first];
}

void append_folded(std::string& out, std::string_view text, std::size_t at, const text::CodePoint& point) {
    if (point.value < 0x80) {
        out += ascii_lower(static_cast<char>(point.value));
    } else if (point.value < 0x980) {
        out += folded_letter(point.value);
    } else if ((point.value >= 0x1E00 && point.value < 0x2000) || point.value >= 0xFB00) {
        out += text::fold(text.substr(at, point.length));
    } else {
        out.append(text, at, point.length);
    }
}

bool is_copyright_sign(std::string_view text, std::size_t at, char32_t c) {
    return c == copyright || (c == '(' && (text.substr(at, 3) == "(c)" || text.substr(at, 3) == "(C)"));
}

}  // namespace

bool next_label_word(std::string_view text, std::size_t from, LabelWord& word, std::string& folded,
                     std::size_t reach) {
    std::size_t at = from;
    const std::size_t limit = std::min(text.size(), from + reach);
    text::CodePoint point;
    for (; at < limit; at += point.length) {
        point = code_point_at(text, at);
        if (is_word(point.value) || is_copyright_sign(text, at, point.value)) break;
    }
    if (at >= limit) return false;
    folded.clear();
    word.begin = at;
    if (!is_word(point.value)) {
        folded = "©";
        word.end = at + (point.value == '(' ? 3 : point.length);
        return true;
    }
    while (at < text.size() && at - word.begin < longest_word) {
        point = code_point_at(text, at);
        if (is_word(point.value)) {
            append_folded(folded, text, at, point);
        } else {
            // An apostrophe within a word only: the quote that closes one belongs to no word.
            const std::size_t next = at + point.length;
            if (!is_apostrophe(point.value) || next >= text.size() ||
                !is_word(code_point_at(text, next).value))
                break;
        }
        at += point.length;
    }
    word.end = at;
    return true;
}

void last_label_word(std::string_view text, std::string& folded) {
    folded.clear();
    // Most lines end in a word of ASCII and a full stop.
    std::size_t end = text.size();
    while (end > 0 && is_ascii(text[end - 1]) && !is_ascii_alnum(text[end - 1]))
        --end;
    std::size_t begin = end;
    while (begin > 0 && end - begin < longest_word && is_ascii_alnum(text[begin - 1]))
        folded += ascii_lower(text[--begin]);
    if (!folded.empty() && (begin == 0 || text[begin - 1] == ' ')) {
        std::reverse(folded.begin(), folded.end());
        return;
    }
    folded.clear();
    begin =
        text::next_character_begin(text, text.size() - std::min<std::size_t>(text.size(), longest_word + 16));
    LabelWord word;
    std::string next;
    for (std::size_t at = begin; next_label_word(text, at, word, next); at = word.end)
        folded = next;
}

}  // namespace newsarc::parsing
