#include "input/press/factiva.hpp"

#include <string>

#include "input/charset.hpp"
#include "input/page/blocks.hpp"
#include "input/page/page.hpp"
#include "input/page/tree.hpp"

namespace newsarc::input {
namespace {

/// `article enArticle`, where the second names the language.
bool is_article(std::string_view classes) {
    return classes.starts_with("article ") && classes.ends_with("Article");
}

/// `HD | Ferry Fares Frozen`: the name of a field and what it says are cells of a row.
std::string without_bar(std::string_view row) {
    constexpr std::string_view bar = " | ";
    const std::size_t at = row.find(bar);
    if (at == std::string_view::npos) return std::string(row);
    return std::string(row.substr(0, at + 1)).append(row.substr(at + bar.size()));
}

}  // namespace

bool begins_factiva(std::string_view start) {
    return begins_page(start) && start.find("<title>Factiva</title>") != std::string_view::npos;
}

InnerFile read_factiva(std::string_view bytes) {
    const text::Decoded decoded = decode_declared(bytes, {}, declared_charset(bytes, "charset="));
    const Tree tree = read_tree(decoded.utf8);
    std::string text;
    std::uint32_t end = 0;  // of the article
    for (const TextBlock& block : read_blocks(tree)) {
        std::uint32_t node = block.holder;
        if (block.first >= end) {
            while (node != 0 && !is_article(tree.value(node, Key::class_)))
                node = tree.nodes[node].parent;
            if (node == 0) continue;
            end = tree.nodes[node].end;
        }
        // In text an empty line parts paragraphs and the headline from fields, which stand one below the
        // other.
        const bool is_paragraph = tree.nodes[block.holder].tag == Tag::p;
        const bool is_headline = tree.value(block.holder, Key::id) == "hd";
        text.append(is_paragraph && !text.ends_with("\n\n") ? "\n" : "");
        text.append(block.is_row ? without_bar(block.text) : block.text);
        text.append(is_paragraph || is_headline ? "\n\n" : "\n");
    }
    InnerFile out;
    out.source.bytes = std::move(text);
    out.kind = "text";
    out.warnings = decoded.warnings;
    return out;
}

}  // namespace newsarc::input
