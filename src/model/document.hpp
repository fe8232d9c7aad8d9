#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// What the markup of a document says of a piece of its text.
enum class BlockRole : std::uint8_t {
    paragraph,
    heading,    ///< of a part of the story
    item,       ///< of a list
    row,        ///< of a table
    caption,    ///< of a picture
    related,    ///< leads to another story
    furniture,  ///< of the site, not of the story; kept to explain what became of it
};

struct BlockLink {
    std::string url;
    std::string title;
};

/// A piece of a document that is a passage of its own: what a paragraph is in text.
struct Block {
    BlockRole role = BlockRole::paragraph;
    std::string text;              ///< squeezed UTF-8
    std::vector<BlockLink> links;  ///< in it, in order; one that leads nowhere only of a related block
    std::string_view rule = {};    ///< why it has its role, in words
};

/// What was read from a file whose markup says what is what. Absent is nullopt or empty.
struct Document {
    std::vector<Block> blocks;  ///< the story and what stands in it, in order
    std::optional<std::string> headline;
    std::vector<std::string> titles;  ///< further ones of the same story
    std::optional<std::string> deck;
    /// Statements of who wrote it, the most trusted first: each of one text a person where that is told.
    std::vector<std::vector<std::string>> authors;
    std::vector<std::string> published;  ///< statements in whatever form, the most trusted first
    std::vector<std::string> updated;    ///< the same
    std::vector<std::string> lines;      ///< short ones by the headline, which may say who and when
    std::size_t lines_below = 0;         ///< how many of them, the first ones, stand between it and the story
    /// Lines that the page marks as naming the writers: each the whole, then its parts.
    std::vector<std::vector<std::string>> signatures;
    std::optional<std::string> credit;
    std::optional<std::string> language;  ///< as stated, BCP 47
    std::optional<std::string> url;       ///< canonical address
    std::optional<std::string> key;
    std::vector<Note> notes;
    std::vector<std::string> tags;
    std::vector<std::string> warnings;
    std::size_t offset = 0;  ///< where it stands in the bytes of its file
    std::size_t length = 0;  ///< bytes; 0: all of the file
};

}  // namespace newsarc
