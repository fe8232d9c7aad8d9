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

/// Appends the UTF-8 of a code point; surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view text);

/// The text with each malformed sequence replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);

}  // namespace newsarc::text
