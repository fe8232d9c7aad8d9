#include "text/unicode/utf8.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace newsarc::text {
namespace {

/// The first byte from `at` on that is above ASCII, or the text's end.
std::size_t end_of_ascii(std::string_view text, std::size_t at) {
    std::uint64_t eight = 0;
    while (at + sizeof eight <= text.size()) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) break;
        at += sizeof eight;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
        ++at;
    return at;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t offset) {
    if (offset >= text.size()) return {};
    const auto first = static_cast<unsigned char>(text[offset]);
    if (first < 0x80) return {first, 1, true};
    utf8proc_int32_t value = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + offset,
                                         static_cast<utf8proc_ssize_t>(text.size() - offset), &value);
    if (length <= 0) return {replacement_character, 1, false};
    return {static_cast<char32_t>(value), static_cast<std::size_t>(length), true};
}

void append(std::string& out, char32_t code_point) {
    if (code_point < 0x80) {
        out += static_cast<char>(code_point);
        return;
    }
    const bool encodable = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(
        static_cast<utf8proc_int32_t>(encodable ? code_point : replacement_character), bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length));
}

bool is_valid_utf8(std::string_view text) {
    for (std::size_t at = end_of_ascii(text, 0); at < text.size(); at = end_of_ascii(text, at)) {
        const CodePoint point = code_point_at(text, at);
        if (!point.valid) return false;
        at += point.length;
    }
    return true;
}

std::string to_valid_utf8(std::string_view text) {
    std::string out;
    if (is_valid_utf8(text)) return out.assign(text);
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = end_of_ascii(text, at);
        out.append(text, at, end - at);
        if (end == text.size()) break;
        const CodePoint point = code_point_at(text, end);
        if (point.valid) {
            out.append(text, end, point.length);
        } else {
            append(out, replacement_character);
        }
        at = end + point.length;
    }
    return out;
}

}  // namespace newsarc::text
