#pragma once

#include "parse/classify.hpp"
#include "parse/line/paragraphs.hpp"

#include <optional>
#include <span>

namespace newsarc::parsing {

/// True when what was read as paragraphs holds lines that are no sentences, as every page has: quickly told,
/// so that most articles need no closer look.
bool has_loose_lines(std::span<const Passage> passages, std::span<const Classed> classed);

/// Reads the text that somebody copied from a page: finds the story among the menus, buttons, captions and
/// teasers around and within it, the headline above it and who wrote it when; docs/parsing.md tells how.
/// Nothing when there is no more than an article in the passages, which classify() reads. Time is linear in
/// the text.
std::optional<ClassedText> read_page(std::span<const Passage> passages, const LabelSet& labels);

}  // namespace newsarc::parsing
