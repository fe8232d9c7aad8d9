#pragma once

#include <newsarc/article.hpp>
#include <newsarc/parse.hpp>

#include "parse/classify.hpp"

#include <span>

namespace newsarc::parsing {

/// Makes the article of classed passages: each goes into its field, and what no field holds
/// becomes a note, so that no word is lost but those of labels. `classed` has one entry a passage.
Article assemble(std::span<const Passage> passages, std::span<const Classed> classed, const LabelSet& labels,
                 const ParseOptions& options);

}  // namespace newsarc::parsing
