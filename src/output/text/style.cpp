#include "output/text/style.hpp"

namespace newsarc::output {
namespace {

/// The address with everything outside printable ASCII percent-encoded: nothing in it can end the
/// sequence it stands in.
std::string encoded(std::string_view url) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte > 0x20 && byte < 0x7F) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

}  // namespace

std::string Style::link(std::string_view url, std::string_view text) const {
    if (!links || !(url.starts_with("https://") || url.starts_with("http://"))) return std::string(text);
    return "\x1B]8;;" + encoded(url) + "\x1B\\" + std::string(text) + "\x1B]8;;\x1B\\";
}

std::string Style::dress(std::string_view sgr, std::string_view text) const {
    if (!color || text.empty()) return std::string(text);
    return "\x1B[" + std::string(sgr) + "m" + std::string(text) + "\x1B[0m";
}

}  // namespace newsarc::output
