#pragma once

#include "parse/labels.hpp"

#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// The label of a passage, when the passage is one that such a label makes: a paragraph of the
/// story that happens to begin with its words is none. Bylines and dates are not judged here
/// (see meta.hpp).
std::optional<LabelMatch> read_label(std::string_view passage, const LabelSet& labels);

/// The same for a passage whose words were matched before.
bool accepts_label(std::string_view passage, const LabelMatch& match);

/// True for words that a headline may be: not too long, no sentence of a story.
bool is_title_like(std::string_view text);

/// True for a line of asterisks, hyphens, equal signs or the like and nothing else.
bool is_separator(std::string_view text);

/// True when the passage is one link and nothing else.
bool is_link_alone(std::string_view text);

}  // namespace newsarc::parsing
