#include "text/path_names.hpp"

#include "text/utf8.hpp"

namespace newsarc::text {
namespace {

// NAME_MAX is 255 bytes on every common file system; this leaves room for a number.
constexpr std::size_t longest_part = 240;

void append_percent_encoded(std::string& out, char c) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
}

bool is_control(char32_t point) {
    return point < 0x20 || (point >= 0x7F && point <= 0x9F);
}

std::string encoded(std::string_view path, bool controls_too) {
    std::string out;
    out.reserve(path.size());
    for (std::size_t at = 0; at < path.size();) {
        const CodePoint point = code_point_at(path, at);
        if (point.valid && !(controls_too && is_control(point.value))) {
            out.append(path, at, point.length);
        } else {
            for (const char byte : path.substr(at, point.length))
                append_percent_encoded(out, byte);
        }
        at += point.length;
    }
    return out;
}

/// Cuts between characters.
std::string shortened(std::string part) {
    if (part.size() <= longest_part) return part;
    std::size_t end = longest_part;
    while (end > 0 && (static_cast<unsigned char>(part[end]) & 0xC0U) == 0x80U)
        --end;
    part.resize(end);
    return part;
}

}  // namespace

std::string readable_path(std::string_view path) {
    return encoded(path, false);
}

std::string extractable_name(std::string_view path) {
    std::string out;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(slash == std::string_view::npos ? path.size() : slash + 1);
        if (part.empty() || part == "." || part == "..") continue;
        if (!out.empty()) out += '/';
        out += shortened(encoded(part, true));
    }
    return out.empty() ? "unnamed" : out;
}

}  // namespace newsarc::text
