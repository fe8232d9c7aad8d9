#include "web/http/form.hpp"

#include <algorithm>

#include "text/address.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::web {
namespace {

constexpr std::size_t longest_boundary = 70;  ///< RFC 2046, 5.1.1
constexpr std::size_t longest_head = 4096;    ///< bytes, of a part of a form

std::string checked(std::string text) {
    if (text.find('\0') != std::string::npos) throw BadRequest("a NUL in the request");
    if (!text::is_valid_utf8(text)) throw BadRequest("text that is not UTF-8 in the request");
    return text;
}

std::string bytes_of(std::string_view text, bool plus_is_blank) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '%') {
            const std::optional<char> byte = text::percent_encoded_byte(text, at);
            if (!byte) throw BadRequest("a percent sign that begins no code in the address or form");
            out += *byte;
            at += 2;
        } else {
            out += plus_is_blank && text[at] == '+' ? ' ' : text[at];
        }
    }
    return out;
}

/// Calls `take` for each piece between the marks.
template <typename Take>
void split(std::string_view text, char mark, const Take& take) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(mark, begin), text.size());
        take(text.substr(begin, end - begin));
        begin = end + 1;
    }
}

void require_plain(std::string_view path) {
    std::size_t number = 0;
    split(path.substr(1), '/', [&](std::string_view part) {
        const bool is_last = part.data() + part.size() == path.data() + path.size();
        if (part == "." || part == ".." || (part.empty() && !is_last) || ++number > most_values)
            throw BadRequest("a path that leads elsewhere");
    });
}

/// The value of a parameter of a header field, in quotes or without (RFC 9110, 5.6.6): of `boundary` in
/// `multipart/form-data; boundary=x`.
std::optional<std::string> parameter(std::string_view field, std::string_view name) {
    std::size_t at = field.find(';');
    while (at < field.size()) {
        at = field.find_first_not_of("; \t", at);
        if (at == std::string_view::npos) break;
        const std::size_t equals = field.find('=', at);
        if (equals == std::string_view::npos) throw BadRequest("a parameter without a value");
        const std::string found = text::in_ascii_lower_case(field.substr(at, equals - at));
        std::string value;
        if (field.substr(equals + 1).starts_with('"')) {
            // Browsers write a quotation mark as %22 and nothing with a backslash
            // (https://html.spec.whatwg.org/#multipart-form-data).
            const std::size_t end = field.find('"', equals + 2);
            if (end == std::string_view::npos) throw BadRequest("a quotation mark without its second");
            value = field.substr(equals + 2, end - equals - 2);
            at = end + 1;
        } else {
            const std::size_t end = std::min(field.find_first_of("; \t", equals), field.size());
            value = field.substr(equals + 1, end - equals - 1);
            at = end;
        }
        if (found == name) return value;
    }
    return std::nullopt;
}

/// The name of a field or file as it was before the browser put it between quotation marks.
std::string unquoted(std::string text) {
    static constexpr std::pair<std::string_view, char> codes[] = {{"%22", '"'}, {"%0D", '\r'}, {"%0A", '\n'}};
    for (const auto& [code, character] : codes) {
        for (std::size_t at = text.find(code); at != std::string::npos; at = text.find(code, at + 1))
            text.replace(at, code.size(), 1, character);
    }
    return checked(std::move(text));
}

/// The value of the header field Content-Disposition of a part.
std::string_view disposition(std::string_view head) {
    static constexpr std::string_view name = "content-disposition:";
    while (!head.empty()) {
        const std::size_t end = std::min(head.find("\r\n"), head.size());
        const std::string_view line = head.substr(0, end);
        if (text::begins_in_any_case(line, name)) return line.substr(name.size());
        head.remove_prefix(std::min(end + 2, head.size()));
    }
    throw BadRequest("a part of the form without a name");
}

void take_part(Filled& filled, std::string_view head, std::string_view content) {
    const std::string_view described = disposition(head);
    std::optional<std::string> name = parameter(described, "name");
    if (!name) throw BadRequest("a part of the form without a name");
    if (const std::optional<std::string> file = parameter(described, "filename")) {
        // A field for files in which none was chosen sends one without a name.
        if (!file->empty() || !content.empty())
            filled.files.push_back({unquoted(*file), std::string(content)});
    } else {
        filled.values.emplace_back(unquoted(std::move(*name)), checked(std::string(content)));
    }
    if (filled.values.size() + filled.files.size() > most_values)
        throw BadRequest("a form of too many fields");
}

Filled multipart(std::string_view body, const std::string& boundary) {
    const std::string mark = "\r\n--" + boundary;
    // What stands before the first boundary is for nobody; the first may stand at the very beginning.
    const std::string first = mark.substr(2);
    if (!body.starts_with(first)) throw BadRequest("a form that does not begin with its boundary");
    body.remove_prefix(first.size());
    Filled filled;
    while (!body.starts_with("--")) {
        if (!body.starts_with("\r\n")) throw BadRequest("a form with more than a boundary in its line");
        const std::size_t end = body.find(mark, 2);
        const std::size_t head = body.find("\r\n\r\n");
        if (end == std::string_view::npos || head >= end || head > longest_head)
            throw BadRequest("a form that is cut off");
        take_part(filled, body.substr(2, head - std::min<std::size_t>(head, 2)),
                  body.substr(head + 4, end - std::min(end, head + 4)));
        body.remove_prefix(end + mark.size());
    }
    return filled;
}

}  // namespace

std::string decoded(std::string_view text) {
    return checked(bytes_of(text, false));
}

Values url_encoded(std::string_view text) {
    Values out;
    split(text, '&', [&](std::string_view pair) {
        if (pair.empty()) return;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const std::string_view value = pair.substr(std::min(equals + 1, pair.size()));
        out.emplace_back(checked(bytes_of(pair.substr(0, equals), true)), checked(bytes_of(value, true)));
        if (out.size() > most_values) throw BadRequest("too many values");
    });
    return out;
}

Target read_target(std::string_view target) {
    const auto fits = [](char c) { return c > ' ' && c < '\x7F' && c != '#'; };
    if (!target.starts_with('/') || !std::ranges::all_of(target, fits))
        throw BadRequest("an address that is no path of ours");
    const std::size_t end = std::min(target.find('?'), target.size());
    Target out{.path = decoded(target.substr(0, end)),
               .values = url_encoded(target.substr(std::min(end + 1, target.size())))};
    require_plain(out.path);
    return out;
}

std::optional<Filled> read_form(std::string_view content_type, std::string_view body) {
    const std::string type =
        text::in_ascii_lower_case(content_type.substr(0, content_type.find_first_of("; \t")));
    if (type == "application/x-www-form-urlencoded") return Filled{.values = url_encoded(body), .files = {}};
    if (type != "multipart/form-data") return std::nullopt;
    const std::optional<std::string> boundary = parameter(content_type, "boundary");
    if (!boundary || boundary->empty() || boundary->size() > longest_boundary)
        throw BadRequest("a form without a boundary");
    return multipart(body, *boundary);
}

}  // namespace newsarc::web
