#include "input/page/fragment.hpp"

#include <algorithm>
#include <utility>

#include "input/page/address.hpp"
#include "input/page/blocks.hpp"
#include "input/page/tree.hpp"
#include "text/unicode/fold.hpp"

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
    for (TextBlock& block : read_blocks(read_tree(html))) {
        Block each{role_of(block), std::move(block.text), {}, "of the text"};
        for (TextBlock::Link& link : block.links) {
            if (std::string url = resolve(link.href, base); !url.empty())
                each.links.push_back({std::move(url), std::move(link.title)});
        }
        out.push_back(std::move(each));
    }
    return out;
}

}  // namespace newsarc::input
