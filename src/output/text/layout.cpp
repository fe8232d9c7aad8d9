#include "output/text/layout.hpp"

#include "text/address.hpp"
#include "text/markup.hpp"
#include "text/terminal.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>

namespace newsarc::output {

std::string Style::link(std::string_view url, std::string_view text) const {
    const std::optional<std::string> target = links ? text::link_target(url) : std::nullopt;
    if (!target) return std::string(text);
    // A URI is of printable ASCII: nothing in it can end the sequence that it stands in.
    return "\x1B]8;;" + *target + "\x1B\\" + std::string(text) + "\x1B]8;;\x1B\\";
}

std::string Style::dress(std::string_view sgr, std::string_view text) const {
    if (!color || text.empty()) return std::string(text);
    return "\x1B[" + std::string(sgr) + "m" + std::string(text) + "\x1B[0m";
}

namespace {

constexpr std::size_t least_width = 10;

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t';
}

std::vector<std::string> wrapped(std::string_view text, const Layout& layout, std::size_t indent) {
    if (!layout.width) return {std::string(text)};
    const std::size_t width = *layout.width > indent + least_width ? *layout.width - indent : least_width;
    return text::wrap(text, width);
}

struct Marked {
    std::string text;
    std::vector<Range> marks;
};

/// Cleaned, with each run of blanks made one and the marks moved along.
Marked cleaned(std::string_view text, const std::vector<Range>& marks) {
    Marked out;
    const auto append = [&out](std::string_view piece) {
        for (const char c : text::clean_line_for_terminal(piece)) {
            if (!is_blank(c)) {
                out.text += c;
            } else if (!out.text.empty() && out.text.back() != ' ') {
                out.text += ' ';
            }
        }
        return std::string();
    };
    apply_marks(text, marks, append, [&](std::string_view piece) {
        const std::size_t begin = out.text.size();
        append(piece);
        out.marks.push_back({begin, out.text.size()});
        return std::string();
    });
    return out;
}

/// The end of a text that `width` columns take, an ellipsis before it when that is not all.
std::string end_within(const std::string& text, std::size_t width) {
    if (text::display_width(text) <= width) return text;
    std::string_view rest = text;
    while (!rest.empty() && text::display_width(rest) >= width)
        rest.remove_prefix(text::code_point_at(rest, 0).length);
    return "…" + std::string(rest);
}

}  // namespace

std::string pointed_at(const ErrorPlace& place, std::size_t width) {
    const std::size_t end = std::min(place.end, place.text.size());
    const std::size_t begin = std::min(place.begin, end);
    const auto piece = [&](std::size_t from, std::size_t to) {
        return on_one_line(std::string_view(place.text).substr(from, to - from));
    };
    const std::string before = end_within(piece(0, begin), width / 2);
    const std::size_t behind = text::display_width(before);
    const std::string there = text::cut_to_width(piece(begin, end), width - behind);
    const std::string shown = text::cut_to_width(before + there + piece(end, place.text.size()), width);
    const std::size_t carets = std::max<std::size_t>(text::display_width(there), 1);
    return shown + "\n" + std::string(behind, ' ') + std::string(carets, '^');
}

std::string on_one_line(std::string_view text) {
    return text::clean_line_for_terminal(text);
}

std::vector<std::string> broken(std::string_view text, const Layout& layout, std::size_t indent) {
    const std::string clean = text::clean_for_terminal(text);
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= clean.size();) {
        const std::size_t end = std::min(clean.find('\n', at), clean.size());
        for (std::string& line : wrapped(std::string_view(clean).substr(at, end - at), layout, indent)) {
            out.push_back(std::move(line));
        }
        at = end + 1;
    }
    return out;
}

std::vector<std::string> broken_marked(std::string_view text, const std::vector<Range>& marks,
                                       const Layout& layout, std::size_t indent) {
    const Marked clean = cleaned(text, marks);
    std::vector<std::string> out;
    std::size_t at = 0;
    for (const std::string& line : wrapped(clean.text, layout, indent)) {
        // Wrapping took away at most the one blank between two lines.
        if (at < clean.text.size() && clean.text[at] == ' ') ++at;
        std::vector<Range> here;
        for (const Range& mark : clean.marks) {
            const std::size_t begin = std::max(mark.begin, at);
            const std::size_t end = std::min(mark.end, at + line.size());
            if (begin < end) here.push_back({begin - at, end - at});
        }
        out.push_back(apply_marks(
            line, here, [](std::string_view piece) { return std::string(piece); },
            [&](std::string_view piece) { return layout.style.mark(piece); }));
        at += line.size();
    }
    return out;
}

std::string padded(const std::string& text, std::size_t width) {
    const std::size_t used = text::display_width(text);
    return used < width ? text + std::string(width - used, ' ') : text;
}

std::string right(const std::string& text, std::size_t width) {
    return std::string(text.size() < width ? width - text.size() : 0, ' ') + text;
}

std::string counted(std::size_t count, std::string_view singular) {
    return std::to_string(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
}

std::string megabytes(std::int64_t bytes) {
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.2f MB", static_cast<double>(bytes) / 1e6);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

std::string dotted(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += " · ";
        out += part;
    }
    return out;
}

std::string apply_marks(std::string_view text, const std::vector<Range>& marks,
                        const std::function<std::string(std::string_view)>& plain,
                        const std::function<std::string(std::string_view)>& marked) {
    std::string out;
    std::size_t at = 0;
    for (const Range& mark : marks) {
        const std::size_t begin = std::clamp(mark.begin, at, text.size());
        const std::size_t end = std::clamp(mark.end, begin, text.size());
        if (begin == end) continue;
        if (begin > at) out += plain(text.substr(at, begin - at));
        out += marked(text.substr(begin, end - begin));
        at = end;
    }
    if (at < text.size()) out += plain(text.substr(at));
    return out;
}

std::string marked_up(std::string_view text, const std::vector<Range>& marks) {
    return apply_marks(text, marks, text::escaped_for_markup, [](std::string_view piece) {
        return "<mark>" + text::escaped_for_markup(piece) + "</mark>";
    });
}

}  // namespace newsarc::output
