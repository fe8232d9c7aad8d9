#include "input/page/address.hpp"
#include "input/page/page.hpp"
#include "input/page/tree.hpp"
#include "text/unicode/fold.hpp"

#include <algorithm>
#include <utility>

namespace newsarc::input {
namespace {

BlockRole role_of(const TextBlock& block) {
    if (block.is_caption) return BlockRole::caption;
    if (block.heading != 0) return BlockRole::heading;
    if (block.is_row) return BlockRole::row;
    return block.is_item ? BlockRole::item : BlockRole::paragraph;
}

bool has_tags(std::string_view text) {
    const std::size_t less = text.find('<');
    return less != std::string_view::npos && text.find('>', less) != std::string_view::npos;
}

}  // namespace

std::vector<Block> read_fragment(std::string_view html, std::string_view base) {
    std::vector<Block> out;
    if (!has_tags(html)) {
        std::string marked;
        for (std::size_t at = 0; at < html.size();) {
            const std::size_t end = std::min(html.find("\n\n", at), html.size());
            marked.append("<p>").append(html.substr(at, end - at));
            at = end + 2;
        }
        if (marked.size() > html.size() + 3 || html.find('&') != std::string_view::npos)
            return read_fragment(marked, base);
        std::string text = text::squeeze(html);
        if (!text.empty()) out.push_back({BlockRole::paragraph, std::move(text), {}, "text"});
        return out;
    }
    for (TextBlock& block : read_blocks(read_tree(html)))
        out.push_back(story_block(std::move(block), base));
    return out;
}

Block story_block(TextBlock block, std::string_view base) {
    Block out{role_of(block), std::move(block.text), {}, "of the text"};
    for (TextBlock::Link& link : block.links) {
        if (std::string url = resolve(link.href, base); !url.empty())
            out.links.push_back({std::move(url), std::move(link.title)});
    }
    return out;
}

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
