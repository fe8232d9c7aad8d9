#include "model/settle.hpp"

#include <newsarc/error.hpp>

#include <algorithm>

namespace newsarc::model {
namespace {

constexpr std::string_view white_space = " \t\r\n\f\v";

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_or_digit(char c) {
    return is_letter(c) || (c >= '0' && c <= '9');
}

}  // namespace

std::string cleaned(std::string_view text) {
    std::string out(text);
    if (out.find('\0') != std::string::npos) std::erase(out, '\0');
    out.erase(out.find_last_not_of(white_space) + 1);
    out.erase(0, std::min(out.find_first_not_of(white_space), out.size()));
    if (out.find('\r') == std::string::npos) return out;
    std::string lines;
    for (std::size_t at = 0; at < out.size();) {
        const std::size_t run = std::min(out.find('\r', at), out.size());
        const std::size_t end = std::min(out.find_first_not_of('\r', run), out.size());
        const bool ends_line = end < out.size() && out[end] == '\n';
        lines.append(out, at, (ends_line ? run : end) - at);
        at = end;
    }
    return lines;
}

DateTime read_moment(std::string_view text) {
    if (const auto moment = from_iso(text)) return *moment;
    throw Error(ErrorCode::input, "'" + std::string(text) + "' is no date in ISO 8601",
                "write it as in 2025, 2025-01, 2025-01-21 or 2025-01-21T14:05+02:00");
}

void settle_date(std::string& value) {
    value = to_iso(read_moment(value));
}

void settle_moment(std::string& value) {
    value = to_iso(from_unix_seconds(to_unix_seconds(read_moment(value))));
}

// RFC 5646, section 2.1: a primary subtag of two or three letters, then others of one to eight letters or
// digits.
void settle_language(std::string& value) {
    std::string_view rest = value;
    bool fits = true;
    for (bool primary = true; fits && (primary || !rest.empty()); primary = false) {
        const std::string_view subtag = rest.substr(0, rest.find('-'));
        rest.remove_prefix(std::min(subtag.size() + 1, rest.size()));
        fits = primary
                   ? subtag.size() >= 2 && subtag.size() <= 3 && std::ranges::all_of(subtag, is_letter)
                   : !subtag.empty() && subtag.size() <= 8 && std::ranges::all_of(subtag, is_letter_or_digit);
    }
    if (fits && !value.ends_with('-')) return;
    throw Error(ErrorCode::input, "'" + value + "' is no language tag",
                "write it as in en, en-GB or zh-Hant");
}

void settle_tag(std::string& value) {
    value = cleaned(value);
    const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
    if (!value.empty() && std::ranges::none_of(value, is_control)) return;
    throw Error(ErrorCode::input, "'" + value + "' cannot be a tag", "a tag is a line of text");
}

}  // namespace newsarc::model
