#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "input/page/blocks.hpp"
#include "input/page/class_words.hpp"
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

}  // namespace newsarc::input
