#include "output/text/marks.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace

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

std::string snippet_html(const Snippet& snippet) {
    return apply_marks(snippet.text, snippet.marks, escaped,
                       [](std::string_view piece) { return "<mark>" + escaped(piece) + "</mark>"; });
}

}  // namespace newsarc::output
