#include "output/text/lines.hpp"

#include "output/text/marks.hpp"
#include "text/terminal.hpp"

#include <algorithm>

namespace newsarc::output {
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

}  // namespace

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

std::string counted(std::size_t count, std::string_view singular) {
    return std::to_string(count) + " " + std::string(singular) + (count == 1 ? "" : "s");
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

}  // namespace newsarc::output
