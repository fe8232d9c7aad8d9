#include "input/page/plain_text.hpp"

#include <algorithm>

#include "input/page/blocks.hpp"
#include "input/page/tree.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::input {
namespace {

bool has_markup(std::string_view text) {
    const std::size_t less = text.find('<');
    if (less != std::string_view::npos && text.find('>', less) != std::string_view::npos) return true;
    const std::size_t and_sign = text.find('&');
    return and_sign != std::string_view::npos && text.find(';', and_sign) != std::string_view::npos;
}

}  // namespace

std::string plain_text(std::string_view html) {
    if (!has_markup(html)) return text::squeeze(html);
    std::string once = read_tree(html).all_text(0);
    if (!has_markup(once)) return once;
    return read_tree(once).all_text(0);
}

std::string plain_lines(std::string_view html) {
    std::string out;
    const bool is_markup = has_markup(html) && html.find("</p>") != std::string_view::npos;
    if (is_markup) {
        for (const TextBlock& block : read_blocks(read_tree(html)))
            out.append(block.text).append("\n");
        return out;
    }
    while (!html.empty()) {
        const std::size_t end = std::min(html.find('\n'), html.size());
        const std::string line = plain_text(html.substr(0, end));
        html.remove_prefix(std::min(end + 1, html.size()));
        if (!line.empty()) out.append(line).append("\n");
    }
    return out;
}

}  // namespace newsarc::input
