#include "parse/label_words.hpp"

#include "parse/scan.hpp"
#include "text/fold.hpp"
#include "text/letters.hpp"
#include "text/utf8.hpp"

#include <algorithm>

namespace newsarc::parsing {
namespace {

constexpr char32_t copyright = 0xA9;
constexpr std::size_t longest_word = 48;

bool is_apostrophe(char32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}

bool is_word_start(std::string_view text, std::size_t at, const text::CodePoint& point) {
    return text::is_word_character(point.value) || point.value == copyright ||
           (point.value == '(' && (text.substr(at, 3) == "(c)" || text.substr(at, 3) == "(C)"));
}

void append_folded(std::string& out, std::string_view word) {
    const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return c >= 0; });
    if (!ascii) {
        out += text::fold(word);
        return;
    }
    for (const char c : word)
        out += ascii_lower(c);
}

}  // namespace

bool next_label_word(std::string_view text, std::size_t from, LabelWord& word, std::size_t reach) {
    std::size_t at = from;
    const std::size_t limit = std::min(text.size(), from + reach);
    text::CodePoint point;
    for (; at < limit; at += point.length) {
        point = text::code_point_at(text, at);
        if (is_word_start(text, at, point)) break;
    }
    if (at >= limit) return false;
    word.folded.clear();
    word.begin = at;
    if (point.value == copyright || point.value == '(') {
        word.folded = "©";
        word.end = at + (point.value == '(' ? 3 : point.length);
        return true;
    }
    std::size_t run = at;
    while (at < text.size() && at - word.begin < longest_word) {
        point = text::code_point_at(text, at);
        const std::size_t next = at + point.length;
        if (is_apostrophe(point.value)) {
            // Within a word only: the quote that closes one belongs to no word.
            if (next >= text.size() || !text::is_word_character(text::code_point_at(text, next).value)) break;
            append_folded(word.folded, text.substr(run, at - run));
            run = next;
        } else if (!text::is_word_character(point.value)) {
            break;
        }
        at = next;
    }
    append_folded(word.folded, text.substr(run, at - run));
    word.end = at;
    return true;
}

bool last_label_word(std::string_view text, LabelWord& word) {
    std::size_t begin = text.size() - std::min<std::size_t>(text.size(), longest_word + 16);
    while (begin > 0 && begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        ++begin;
    LabelWord next;
    bool found = false;
    for (std::size_t at = begin; next_label_word(text, at, next); at = next.end) {
        word = next;
        found = true;
    }
    return found;
}

}  // namespace newsarc::parsing
