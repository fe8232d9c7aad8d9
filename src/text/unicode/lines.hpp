#pragma once

#include <algorithm>
#include <string_view>

// The lines of a text that is written by rules (notes, heads of messages, tables), where only the blanks of
// ASCII count.

namespace newsarc::text {

/// The text without spaces, tabs and carriage returns at either end.
constexpr std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) + 1 - first);
}

/// Takes a line off the front of a text, and gives it without its end (`\n` or `\r\n`).
constexpr std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace newsarc::text
