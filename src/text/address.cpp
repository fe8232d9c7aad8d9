#include "text/address.hpp"

#include <algorithm>
#include <cctype>

namespace newsarc::text {
namespace {

/// `%2F`
bool is_escape(std::string_view text) {
    return text.size() == 3 && std::isxdigit(static_cast<unsigned char>(text[1])) != 0 &&
           std::isxdigit(static_cast<unsigned char>(text[2])) != 0;
}

}  // namespace

std::optional<std::string> link_target(std::string_view address) {
    const std::size_t colon = std::min(address.find(':'), address.size());
    std::string scheme(address.substr(0, colon));
    std::ranges::transform(scheme, scheme.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
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
    constexpr std::string_view digits = "0123456789ABCDEF";
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
                            (c == '%' && is_escape(address.substr(i, 3))) || (c == '#' && !in_fragment) ||
                            ((c == '[' || c == ']') && i > authority && i < path));
        in_fragment = in_fragment || c == '#';
        if (fits) {
            out += c;
        } else {
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

}  // namespace newsarc::text
