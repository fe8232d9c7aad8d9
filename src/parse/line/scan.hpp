#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

// Small readers of UTF-8 text that every step of the parser uses.
namespace newsarc::parsing {

/// The code point at an offset of valid UTF-8: text::code_point_at without its checks. A character
/// that the end of the text cuts is U+FFFD, of one byte.
inline text::CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]));
    };
    const auto tail = [&](std::size_t i) { return byte(i) & 0x3FU; };
    if (at >= text.size()) return {};
    const char32_t first = byte(0);
    const std::size_t left = text.size() - at;
    if (first < 0x80) return {first, 1, true};
    if (first < 0xE0 && left >= 2) return {(first & 0x1FU) << 6U | tail(1), 2, true};
    if (first < 0xF0 && left >= 3) return {(first & 0x0FU) << 12U | tail(1) << 6U | tail(2), 3, true};
    if (first >= 0xF0 && left >= 4)
        return {(first & 0x07U) << 18U | tail(1) << 12U | tail(2) << 6U | tail(3), 4, true};
    return {text::replacement_character, 1, false};
}

/// The bytes at the front that are white space: Unicode blanks, no-break ones included.
std::size_t leading_space(std::string_view text);

/// The text without white space at either end.
std::string_view trim(std::string_view text);

/// Appends the squeezed text.
void append_squeezed(std::string& out, std::string_view text);

using text::ascii_lower;
using text::is_ascii;
using text::is_ascii_alnum;
using text::is_ascii_alpha;
using text::is_ascii_lower;
using text::is_ascii_upper;
using text::is_digit;
using text::is_space;

/// Characters, counted to at most `limit`.
std::size_t length_up_to(std::string_view text, std::size_t limit);

/// True when there is a letter, digit or ideograph.
bool has_word(std::string_view text);

/// True when the first letter is a lower-case one.
bool begins_lower(std::string_view text);

/// True when the first letter is an upper-case one.
bool begins_upper(std::string_view text);

/// True when it ends as a sentence does, closing quotes and brackets aside: a full stop of any
/// script, or `:` `;` `,`. Question and exclamation marks and dots of an ellipsis do not count:
/// headlines end so too.
bool ends_as_sentence(std::string_view text);

/// The punctuation at the front of `text` is skipped: bullets, brackets, quotes, emphasis, arrows,
/// pictographs. Returns its bytes; 0 when the text begins with a word.
std::size_t leading_ornament(std::string_view text);

}  // namespace newsarc::parsing
