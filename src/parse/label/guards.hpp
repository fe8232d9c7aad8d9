#pragma once

#include "parse/label/labels.hpp"
#include "parse/line/paragraphs.hpp"

#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// The label of a passage, when the passage is one that such a label makes: a paragraph of the
/// story that happens to begin with its words is none. Bylines and dates are not judged here
/// (see meta.hpp).
std::optional<LabelMatch> read_label(std::string_view passage, const LabelSet& labels);

/// The same for a passage whose words were matched before.
bool accepts_label(std::string_view passage, const LabelMatch& match);

/// True when the label names the genre of what it stands before (`Live:`, `Fact check:`) rather
/// than inviting to another story (`Read also:`): at the top of a file it is part of the headline.
bool names_genre(const LabelMatch& match);

/// True when the words read as a clause (`Club to sell its striker`) rather than as a name.
bool reads_as_clause(std::string_view text);

/// True when the passage may be the headline. `last`: none follows it.
bool may_be_headline(const Passage& passage, bool last);

/// True for words that a headline may be: not too long, no sentence of a story.
bool is_title_like(std::string_view text);

/// True when the text begins with a quotation mark.
bool begins_quoted(std::string_view text);

/// True for a line of asterisks, hyphens, equal signs or the like and nothing else.
bool is_separator(std::string_view text);

/// True when the passage is one link and nothing else.
bool is_link_alone(std::string_view text);

}  // namespace newsarc::parsing
