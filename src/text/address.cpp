#include "text/address.hpp"

#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

namespace newsarc::text {
namespace {

/// The value of a hexadecimal digit.
std::optional<unsigned> digit(char c) {
    if (is_digit(c)) return static_cast<unsigned>(c - '0');
    const char low = ascii_lower(c);
    if (low < 'a' || low > 'f') return std::nullopt;
    return static_cast<unsigned>(low - 'a') + 10;
}

}  // namespace

void append_percent_encoded(std::string& out, char c) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += digits[byte >> 4U];
    out += digits[byte & 0xFU];
}

std::optional<char> percent_encoded_byte(std::string_view text, std::size_t at) {
    if (at + 2 >= text.size() || text[at] != '%') return std::nullopt;
    const std::optional<unsigned> high = digit(text[at + 1]);
    const std::optional<unsigned> low = digit(text[at + 2]);
    if (!high || !low) return std::nullopt;
    return static_cast<char>(static_cast<unsigned char>(*high * 16 + *low));
}

std::string percent_encoded(std::string_view text, std::string_view kept) {
    constexpr std::string_view unreserved_signs = "-._~";
    std::string out;
    for (const char c : text) {
        if (is_ascii_alpha(c) || is_digit(c) || unreserved_signs.find(c) != std::string_view::npos ||
            kept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            append_percent_encoded(out, c);
        }
    }
    return out;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::optional<char> byte = percent_encoded_byte(text, at);
        out += byte.value_or(text[at]);
        if (byte) at += 2;
    }
    return out;
}

std::optional<std::string> link_target(std::string_view address) {
    const std::size_t colon = std::min(address.find(':'), address.size());
    const std::string scheme = in_ascii_lower_case(address.substr(0, colon));
    const std::string_view rest = address.substr(std::min(colon + 1, address.size()));
    if (scheme == "mailto") {
        const std::string_view addressee = rest.substr(0, rest.find('?'));
        return addressee.empty() ? std::nullopt : std::optional("mailto:" + as_uri(addressee));
    }
    const bool web = (scheme == "http" || scheme == "https") && rest.starts_with("//") && rest.size() > 2 &&
                     std::string_view("/?#").find(rest[2]) == std::string_view::npos;
    return web ? std::optional(as_uri(address)) : std::nullopt;
}

std::string as_uri(std::string_view address) {
    constexpr std::string_view allowed = "-._~:/?@!$&'()*+,;=";
    // Square brackets hold the number of a host (section 3.2.2) and stand nowhere else.
    const std::size_t authority = std::min(address.find("://"), address.size());
    const std::size_t path = std::min(address.find('/', authority + 3), address.size());
    bool in_fragment = false;
    std::string out;
    for (std::size_t i = 0; i < address.size(); ++i) {
        const char c = address[i];
        const auto byte = static_cast<unsigned char>(c);
        const bool fits =
            byte < 0x80 && (std::isalnum(byte) != 0 || allowed.find(c) != std::string_view::npos ||
                            percent_encoded_byte(address, i) || (c == '#' && !in_fragment) ||
                            ((c == '[' || c == ']') && i > authority && i < path));
        in_fragment = in_fragment || c == '#';
        if (fits) {
            out += c;
        } else {
            append_percent_encoded(out, c);
        }
    }
    return out;
}

namespace {

// NAME_MAX is 255 bytes on every common file system; this leaves room for a number.
constexpr std::size_t longest_part = 240;

// Sixteen of the longest still fit into PATH_MAX, 4096 bytes.
constexpr std::size_t most_parts = 16;

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

/// Names of devices on Windows, whatever their suffix.
bool is_device(std::string_view part) {
    std::string stem = in_ascii_lower_case(part.substr(0, part.find('.')));
    while (stem.ends_with(' '))
        stem.pop_back();
    constexpr std::array<std::string_view, 6> devices{"con", "prn", "aux", "nul", "conin$", "conout$"};
    if (std::find(devices.begin(), devices.end(), stem) != devices.end()) return true;
    return stem.size() == 4 && (stem.starts_with("com") || stem.starts_with("lpt")) && stem[3] >= '0' &&
           stem[3] <= '9';
}

std::string portable_part(std::string_view part) {
    std::string out = is_device(part) ? "_" : "";
    for (std::size_t i = 0; i < part.size(); ++i) {
        const char c = part[i];
        const bool at_end = i + 1 == part.size();
        if (std::string_view("<>:\"|?*\\").find(c) != std::string_view::npos || (c == '.' && i == 0) ||
            (at_end && (c == '.' || c == ' '))) {
            append_percent_encoded(out, c);
        } else {
            out += c;
        }
    }
    return std::string(beginning(out, longest_part));
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
        out += beginning(encoded(part, true), longest_part);
    }
    return out.empty() ? "unnamed" : out;
}

std::string portable_name(std::string_view path) {
    const std::string name = extractable_name(path);
    std::vector<std::string> parts;
    for (std::string_view rest = name; !rest.empty();) {
        const std::size_t slash = std::min(rest.find('/'), rest.size());
        parts.push_back(portable_part(rest.substr(0, slash)));
        rest.remove_prefix(std::min(slash + 1, rest.size()));
    }
    std::string out;
    for (std::size_t i = parts.size() - std::min(parts.size(), most_parts); i < parts.size(); ++i)
        out += (out.empty() ? "" : "/") + parts[i];
    return out;
}

}  // namespace newsarc::text
