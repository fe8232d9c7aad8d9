#include "input/page/address.hpp"

#include <algorithm>
#include <vector>

#include "text/address.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

bool is_web(std::string_view url) {
    const auto begins = [&](std::string_view scheme) {
        return url.size() > scheme.size() && text::begins_in_any_case(url, scheme);
    };
    return begins("http://") || begins("https://");
}

/// Where the path of a full address begins.
std::size_t path_begin(std::string_view url) {
    const std::size_t host = url.find("://") + 3;
    return std::min(url.find_first_of("/?#", host), url.size());
}

std::string without_dots(std::string_view path) {
    std::vector<std::string_view> parts;
    bool ends_open = false;
    while (!path.empty()) {
        path.remove_prefix(1);  // the slash
        const std::string_view part = path.substr(0, path.find('/'));
        path.remove_prefix(part.size());
        ends_open = part == "." || part == "..";
        if (part == ".." && !parts.empty()) parts.pop_back();
        if (!ends_open) parts.push_back(part);
    }
    std::string out;
    for (const std::string_view part : parts)
        out.append("/").append(part);
    if (ends_open || out.empty()) out += '/';
    return out;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::optional<char> code = text::percent_encoded_byte(text, i);
        // A control character is left as it is written.
        if (!code || (text::is_ascii(*code) && (*code < ' ' || *code == '\x7F'))) {
            out += text[i];
            continue;
        }
        out += *code;
        i += 2;
    }
    return out;
}

bool is_number(std::string_view text, std::size_t digits) {
    return text.size() == digits && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string page_address(const Head& head) {
    std::string from_data = head.article ? head.article->url : std::string();
    for (const std::string_view each : {std::string_view(head.canonical), head.value("og:url"),
                                        std::string_view(from_data), std::string_view(head.saved_from)}) {
        const std::string url = text::squeeze(each);
        if (is_web(url) && url.find(' ') == std::string::npos && path_begin(url) + 1 < url.size()) return url;
    }
    return {};
}

std::string host_of_address(std::string_view url) {
    if (!is_web(url)) return {};
    const std::size_t begin = url.find("://") + 3;
    std::string_view host = url.substr(begin, path_begin(url) - begin);
    if (const std::size_t user = host.rfind('@'); user != std::string_view::npos)
        host.remove_prefix(user + 1);
    host = host.substr(0, host.find(':'));
    const std::string out = text::in_ascii_lower_case(host);
    return out.starts_with("www.") ? out.substr(4) : out;
}

std::string date_in_address(std::string_view url) {
    for (std::size_t at = url.find("/20"); at != std::string_view::npos; at = url.find("/20", at + 1)) {
        const std::string_view rest = url.substr(at + 1);
        if (rest.size() < 10 || !is_number(rest.substr(0, 4), 4)) continue;
        const char mark = rest[4];
        if ((mark == '/' || mark == '-') && is_number(rest.substr(5, 2), 2) && rest[7] == mark &&
            is_number(rest.substr(8, 2), 2) && (rest.size() == 10 || rest[10] < '0' || rest[10] > '9'))
            return std::string(rest.substr(0, 4))
                .append("-")
                .append(rest.substr(5, 2))
                .append("-")
                .append(rest.substr(8, 2));
    }
    return {};
}

std::string unwrapped(const std::string& url) {
    const std::string host = host_of_address(url);
    const bool wraps = (host.starts_with("google.") && url.find("/url?") != std::string::npos) ||
                       ((host == "l.facebook.com" || host == "lm.facebook.com") &&
                        url.find("/l.php?") != std::string::npos) ||
                       host.ends_with(".safelinks.protection.outlook.com");
    if (!wraps) return url;
    for (const std::string_view name : {"url=", "q=", "u="}) {
        for (std::size_t at = url.find(name); at != std::string::npos; at = url.find(name, at + 1)) {
            if (url[at - 1] != '?' && url[at - 1] != '&' && url[at - 1] != ';') continue;
            std::string inner = percent_decoded(std::string_view(url).substr(
                at + name.size(),
                url.find('&', at) == std::string::npos ? url.size() : url.find('&', at) - at - name.size()));
            if (is_web(inner) && inner.find_first_of(" \t\r\n") == std::string::npos) return inner;
        }
    }
    return url;
}

std::string resolve(std::string_view link, std::string_view base) {
    std::string trimmed = text::squeeze(link);
    if (trimmed.empty() || trimmed[0] == '#') return {};
    if (is_web(trimmed) || trimmed.starts_with("mailto:")) return trimmed;
    const std::size_t colon = trimmed.find_first_of(":/?#");
    if (colon != std::string::npos && trimmed[colon] == ':') return {};  // another scheme
    if (!is_web(base)) return {};
    if (trimmed.starts_with("//")) return std::string(base.substr(0, base.find(':') + 1)) + trimmed;
    const std::size_t path = path_begin(base);
    const std::string origin(base.substr(0, path));
    if (trimmed[0] == '?')
        return origin + std::string(base.substr(path, base.find_first_of("?#", path) - path)) + trimmed;
    const std::size_t tail = std::min(trimmed.find_first_of("?#"), trimmed.size());
    std::string whole = trimmed.substr(0, tail);
    if (trimmed[0] != '/') {
        std::string_view folder =
            base.substr(path, std::min(base.find_first_of("?#", path), base.size()) - path);
        folder = folder.substr(0, folder.rfind('/') == std::string_view::npos ? 0 : folder.rfind('/'));
        whole = std::string(folder) + "/" + whole;
    }
    return origin + without_dots(whole) + trimmed.substr(tail);
}

}  // namespace newsarc::input
