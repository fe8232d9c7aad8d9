#pragma once

#include "input/page/tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// A run of text that nothing breaks: a paragraph, a heading, an item, a row of a table, a caption.
struct TextBlock {
    struct Link {
        std::string href;
        std::string title;
    };
    std::uint32_t first = 0;   ///< the node that its text begins with
    std::uint32_t holder = 0;  ///< the block element that it is in
    std::string text;          ///< squeezed
    std::uint32_t chars = 0;   ///< letters and digits, those of scripts without blanks three times
    std::uint32_t link_chars = 0;
    std::uint32_t bold_chars = 0;
    std::uint8_t heading = 0;  ///< its level; 0: it is none
    bool is_item = false;
    bool is_row = false;
    bool is_caption = false;
    std::vector<Link> links;
};

/// The text of a page in blocks. What is hidden, and what scripts and forms hold, is left out.
std::vector<TextBlock> read_blocks(const Tree& tree);

/// How much text there is for a reader: letters and digits, ideographs three times.
std::uint32_t reading_size(std::string_view text);

/// True for an element that is not shown: `hidden`, `aria-hidden`, `display:none`, a class for readers of
/// the screen alone.
bool is_hidden(const Tree& tree, std::uint32_t node);

/// The signs of an element; read once and kept in the tree.
const Signs& signs_of(const Tree& tree, std::uint32_t node);

/// A list of classes that hides what bears it.
bool names_hidden(std::string_view classes);

}  // namespace newsarc::input
