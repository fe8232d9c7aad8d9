#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// What is asked of single bytes of UTF-8, whatever the locale: those beyond ASCII are never digits, letters
// or capitals.

namespace newsarc::text {

constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether char is signed, so that other bytes are less than none, is for the processor to say.
constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

constexpr bool is_ascii_upper(char c) {
    return c >= 'A' && c <= 'Z';
}

constexpr bool is_ascii_lower(char c) {
    return c >= 'a' && c <= 'z';
}

constexpr bool is_ascii_alpha(char c) {
    return is_ascii_lower(c) || is_ascii_upper(c);
}

constexpr bool is_ascii_alnum(char c) {
    return is_ascii_alpha(c) || is_digit(c);
}

constexpr char ascii_lower(char c) {
    return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

constexpr char ascii_upper(char c) {
    return is_ascii_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

/// The text with the capitals of ASCII made small; all else stays.
inline std::string in_ascii_lower_case(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), ascii_lower);
    return out;
}

/// True when the text begins with `lower`, which is in small letters, capitals of ASCII taken for small ones.
constexpr bool begins_in_any_case(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() &&
           std::ranges::equal(text.substr(0, lower.size()), lower, {}, ascii_lower);
}

}  // namespace newsarc::text
