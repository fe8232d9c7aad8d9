#pragma once

#include "parse/line/paragraphs.hpp"
#include "parse/page/look.hpp"
#include "parse/page/stamp.hpp"
#include "parse/passage_reader.hpp"

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

// Where the story is in the text of a page: how much each of its blocks is like running text, by
// itself and by what stands around it. No rule here knows a language; labels are evidence among others.
namespace newsarc::parsing {

/// What is seen of a block before its neighbours are looked at.
struct Block {
    Look look;
    std::optional<LabelKind> label;  ///< that begins or ends it
    bool credit = false;             ///< ends with whom a picture is by
    std::vector<StampPart> stamp;    ///< who wrote and when, when it tells little else
    std::uint16_t seen = 1;          ///< how often the same words stand on the page
    std::uint16_t pages = 0;         ///< words of pages rather than of stories: `newsletter`, `cookies`
    float echo = 0;                  ///< share of its longer words that sentences elsewhere hold
};

/// The share of the longer words of `text` that `other` holds too.
float shared_words(std::string_view text, std::string_view other);

std::vector<Block> look_at_blocks(std::span<const Passage> passages, const LabelSet& labels);

/// The features of the model; `features()` names them in this order.
constexpr std::size_t own_features = 34;
constexpr std::size_t place_features = 33;
using Values = std::array<float, own_features + place_features>;

struct Feature {
    std::string_view name;
    float alone = 0;     ///< weight in the first look; 0 for what only the place tells
    float in_place = 0;  ///< weight in the second look
};
std::span<const Feature> features();

/// The log odds that each block is of the story, from its place; above 0 it is.
struct StoryScores {
    std::vector<Values> values;
    std::vector<float> alone;     ///< from the block by itself
    std::vector<float> in_place;  ///< and from what stands around it
};
StoryScores score_story(std::span<const Passage> passages, std::span<const Block> blocks);

}  // namespace newsarc::parsing
