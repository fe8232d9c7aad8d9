#include "output/json.hpp"

#include "text/terminal.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::output {
namespace {

void append_unit(std::string& out, char32_t unit) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4)
        out += digits[(unit >> static_cast<unsigned>(shift)) & 0xFU];
}

/// RFC 8259, section 7: beyond U+FFFF two UTF-16 units.
void append_escape(std::string& out, char32_t point) {
    if (point <= 0xFFFF) {
        append_unit(out, point);
    } else {
        append_unit(out, 0xD800 + ((point - 0x10000) >> 10U));
        append_unit(out, 0xDC00 + ((point - 0x10000) & 0x3FFU));
    }
}

/// In a document that is well-formed these characters stand inside strings only. YAML, which takes JSON in,
/// has no U+FEFF, U+FFFE and U+FFFF in its text: they are among them.
std::string harmless(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        if (static_cast<unsigned char>(json[at]) < 0x7F) {
            out += json[at++];
            continue;
        }
        const text::CodePoint point = text::code_point_at(json, at);
        if (text::is_unsafe_on_terminal(point.value)) {
            append_escape(out, point.value);
        } else {
            out.append(json, at, point.length);
        }
        at += point.length;
    }
    return out;
}

std::string dumped(const Json& value, int indent) {
    return harmless(value.dump(indent, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string one_line(const Json& value) {
    return dumped(value, -1);
}

std::string indented(const Json& value) {
    return dumped(value, 2);
}

std::string json_text(std::string_view text) {
    return one_line(Json(text));
}

std::string error_json(ErrorCode code, std::string_view message, std::string_view hint) {
    Json error;
    error["code"] = to_string(code);
    error["message"] = message;
    error["hint"] = hint.empty() ? Json(nullptr) : Json(hint);
    return one_line({{"error", std::move(error)}});
}

}  // namespace newsarc::output
