#pragma once

#include "parse/page/judged.hpp"
#include "parse/page/story.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// What speaks for a block as the headline; `headline_features()` names them in this order.
constexpr std::size_t headline_feature_count = 30;
std::span<const Sign> headline_features();

using HeadlineCandidate = Candidate<headline_feature_count>;

/// The block where the story begins: the first of running text that more of it follows.
std::size_t find_story_begin(std::span<const Block> blocks, const StoryScores& scores);

/// The blocks that may be the headline of a story that begins at `begin`, in order.
std::vector<HeadlineCandidate> headline_candidates(std::span<const Passage> passages,
                                                   std::span<const Block> blocks, const StoryScores& scores,
                                                   std::size_t begin);

/// The title in the chosen block, without what a page joins to it: a kicker (`Culture : Title`; `Culture –
/// Title` where another block says `Culture: Title`), a trail (`HomeWorldTitle`), a suffix (`Title | Coast
/// Wire`).
std::string_view title_in(std::span<const Passage> passages, std::span<const Block> blocks,
                          std::size_t block);

}  // namespace newsarc::parsing
