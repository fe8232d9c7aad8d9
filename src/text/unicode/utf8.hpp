#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsarc::text {

/// A code point and the bytes it took. Malformed bytes give U+FFFD and a length of 1 or more.
struct CodePoint {
    char32_t value = 0;
    std::size_t length = 0;  ///< bytes; 0 only at the end of the text
    bool valid = true;
};

inline constexpr char32_t replacement_character = 0xFFFD;

/// Decodes the code point that begins at `offset`. Never reads past the end.
CodePoint code_point_at(std::string_view text, std::size_t offset);

/// True for the second to fourth byte of a character.
constexpr bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// Where the character begins to which the byte at `offset` belongs; `offset` itself at the end of the text.
/// Goes back three bytes at most, so that malformed text costs no more than other text.
constexpr std::size_t character_begin(std::string_view text, std::size_t offset) {
    for (int i = 0; i < 3 && offset > 0 && offset < text.size() && continues_character(text[offset]); ++i)
        --offset;
    return offset;
}

/// Where the next character begins, at `offset` or up to three bytes behind it.
constexpr std::size_t next_character_begin(std::string_view text, std::size_t offset) {
    for (int i = 0; i < 3 && offset < text.size() && continues_character(text[offset]); ++i)
        ++offset;
    return offset;
}

/// The beginning of a text, of at most `bytes` bytes and whole characters.
constexpr std::string_view beginning(std::string_view text, std::size_t bytes) {
    return text.substr(0, text.size() <= bytes ? text.size() : character_begin(text, bytes));
}

/// Appends the UTF-8 of a code point; surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// The text with each malformed sequence replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

}  // namespace newsarc::text
