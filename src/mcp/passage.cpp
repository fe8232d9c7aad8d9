#include "mcp/passage.hpp"

#include <algorithm>
#include <optional>
#include <random>

#include "text/terminal.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::mcp {
namespace {

bool is_absent(const Json& value) {
    if (value.is_null() || (value.is_structured() && value.empty())) return true;
    return value.is_string() && value.get_ref<const std::string&>().empty();
}

/// The same value with texts of at most `bytes`, and lists of at most so many members.
Json shortened(const Json& value, std::size_t bytes, std::size_t members, bool& cut) {
    if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        if (text.size() <= bytes) return value;
        cut = true;
        return text::abridged(text, bytes);
    }
    if (!value.is_structured()) return value;
    Json out = value.is_array() ? Json::array() : Json::object();
    std::size_t taken = 0;
    for (const auto& [name, member] : value.items()) {
        if (value.is_array() && taken++ == members) {
            cut = true;
            break;
        }
        Json kept = shortened(member, bytes, members, cut);
        if (value.is_array()) {
            out.push_back(std::move(kept));
        } else {
            out[name] = std::move(kept);
        }
    }
    return out;
}

std::string scalar(const Json& value) {
    return value.is_string() ? text::clean_line_for_terminal(value.get_ref<const std::string&>())
                             : value.dump();
}

/// On one line. What was counted is `NewsX (9)`.
std::string on_a_line(const Json& value) {
    if (!value.is_structured()) return scalar(value);
    if (value.size() == 2 && value.contains("value") && value.contains("count")) {
        return scalar(value["value"]) + " (" + scalar(value["count"]) + ")";
    }
    std::string out;
    for (const auto& [name, member] : value.items()) {
        if (!out.empty()) out += value.is_array() ? ", " : "; ";
        if (value.is_object()) out += name + ": ";
        out += on_a_line(member);
    }
    return out;
}

void outline(std::string& out, const Json& object, const std::string& indent) {
    for (const auto& [name, member] : object.items()) {
        out += indent + name + ":";
        const bool records =
            member.is_array() && !member.empty() && member[0].is_object() && !member[0].contains("count");
        if (member.is_object()) {
            out += "\n";
            outline(out, member, indent + "  ");
        } else if (records) {
            out += "\n";
            for (const Json& record : member)
                out += indent + "  - " + on_a_line(record) + "\n";
        } else {
            out += " " + on_a_line(member) + "\n";
        }
    }
}

/// At most what a character takes in JSON once it is visible.
std::size_t cost(const text::CodePoint& point) {
    constexpr std::size_t of_escape = 12;  // \\u{E01EF}
    if (point.value == '\n' || point.value == '\t' || point.value == '"' || point.value == '\\') return 2;
    if (text::is_unsafe_on_terminal(point.value) || point.value == 0x200C || point.value == 0x200D)
        return of_escape;
    return std::max<std::size_t>(point.length, point.valid ? 1 : 3);
}

}  // namespace

void make_visible(Json& value) {
    if (value.is_string()) {
        auto& text = value.get_ref<std::string&>();
        text = text::clean_for_terminal(text);
    } else if (value.is_array()) {
        for (Json& member : value)
            make_visible(member);
    } else if (value.is_object()) {
        Json out = Json::object();
        for (auto& [name, member] : value.items()) {
            make_visible(member);
            out[text::clean_line_for_terminal(name)] = std::move(member);
        }
        value = std::move(out);
    }
}

void leave_out_absent(Json& value) {
    if (!value.is_structured()) return;
    for (auto member = value.begin(); member != value.end();) {
        leave_out_absent(*member);
        if (value.is_object() && is_absent(*member)) {
            member = value.erase(member);
        } else {
            ++member;
        }
    }
}

void fit(Json& object, std::size_t bytes) {
    constexpr std::size_t text_of_a_member = 40;
    for (std::size_t members = 50; object.dump().size() > bytes; members /= 2) {
        bool cut = false;
        object = shortened(object, text_of_a_member * (members + 1), members, cut);
        if (cut) object["left_out"] = true;
        if (members == 0) break;
    }
}

std::string outline(const Json& object) {
    std::string out;
    outline(out, object, "");
    return out;
}

std::string make_nonce() {
    std::random_device random;
    std::string out;
    for (int i = 0; i < 16; ++i)
        out += "0123456789abcdef"[random() % 16];
    return out;
}

std::string quoted(std::string_view text, const std::string& nonce) {
    std::string out = "[quoted text " + nonce + "]\n";
    out += text;
    if (!out.ends_with('\n')) out += '\n';
    return out + "[end of quoted text " + nonce + "]";
}

Page page_of(std::string_view text, std::size_t offset, std::size_t characters, std::size_t bytes) {
    Page page;
    std::size_t at = 0;
    for (; at < text.size() && page.begin < offset; ++page.begin)
        at += text::code_point_at(text, at).length;
    page.end = page.begin;

    /// A place where the page may end.
    struct Place {
        std::size_t byte = 0;
        std::size_t character = 0;
    };
    std::optional<Place> paragraph;
    std::optional<Place> word;
    const std::size_t first = at;
    char32_t before = 0;
    std::size_t taken = 0;
    while (at < text.size()) {
        const text::CodePoint point = text::code_point_at(text, at);
        const std::size_t more = cost(point);
        if (page.end - page.begin == characters || taken + more > bytes) break;
        at += point.length;
        ++page.end;
        taken += more;
        if (point.value == '\n' && before == '\n') paragraph = Place{at, page.end};
        if (point.value == ' ' || point.value == '\n') word = Place{at, page.end};
        before = point.value;
    }
    page.total = page.end;
    for (std::size_t rest = at; rest < text.size(); ++page.total)
        rest += text::code_point_at(text, rest).length;
    if (at < text.size()) {
        if (const std::optional<Place> place = paragraph ? paragraph : word) {
            at = place->byte;
            page.end = place->character;
        }
    }
    page.text = std::string(text.substr(first, at - first));
    return page;
}

}  // namespace newsarc::mcp
