#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/page/blocks.hpp"
#include "input/page/tree.hpp"
#include "model/document.hpp"

namespace newsarc::input {

/// Which blocks of a page are its story.
struct Story {
    struct Judged {
        BlockRole role = BlockRole::furniture;
        std::string_view rule;
        bool is_site = false;  ///< in an element of the site, or among comments
    };
    std::vector<Judged> blocks;           ///< one a block of the page
    std::optional<std::size_t> headline;  ///< its block
    std::uint32_t container = 0;          ///< the node that holds the story
    std::size_t first = 0;                ///< of the story's blocks; the number of all when there is none
    std::size_t last = 0;                 ///< past the last one
    std::uint32_t size = 0;               ///< reading size of its running text
};

/// What is known of the page besides its blocks.
struct StoryHints {
    std::string_view stated_body;      ///< articleBody of JSON-LD, as text; may be empty or cut
    std::vector<std::string> titles;   ///< in the order of trust
    std::vector<std::string> authors;  ///< as stated
};

Story find_story(const Tree& tree, const std::vector<TextBlock>& blocks, const StoryHints& hints);

// What the story is told by.

/// Letters from which on a block is more than a label, and those of a paragraph beyond doubt.
inline constexpr std::uint32_t short_text = 40;
inline constexpr std::uint32_t good_text = 80;

/// How much of a page reads like a story, and where.
struct Weights {
    const Tree& tree;
    std::vector<std::uint32_t> value = {};  ///< of each block
    std::vector<const char*> flagged = {};  ///< why a block is of the site; null where it is not
    std::vector<double> stated_share =
        {};  ///< of each block in the body that the page states; empty without one
    std::optional<std::size_t> headline = {};  ///< its block
    std::vector<std::uint64_t> sums = {};      ///< of the values before each node

    [[nodiscard]] std::uint64_t within(std::uint32_t node) const {
        return sums[tree.nodes[node].end] - sums[node];
    }
};

Weights weigh(const Tree& tree, const std::vector<TextBlock>& blocks, const StoryHints& hints);

/// Tells elements of one tag and the same names from others.
std::size_t name_of(const Tree& tree, std::uint32_t node);

double link_share(const TextBlock& block);
bool ends_sentence(std::string_view text);

}  // namespace newsarc::input
