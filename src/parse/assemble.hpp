#pragma once

#include <newsarc/article.hpp>
#include <newsarc/parse.hpp>

#include "parse/classify.hpp"

namespace newsarc::parsing {

/// Makes the article of classed passages: each goes into its field, and what no field holds
/// becomes a note, so that no word is lost but those of labels.
Article assemble(const ClassedText& text, const LabelSet& labels, const ParseOptions& options);

}  // namespace newsarc::parsing
