#pragma once

#include <newsarc/article.hpp>

#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// The related stories that a line names once its label is off: titles, links, or both. Bullets
/// before and arrows after a title are no part of it. At least one when the text holds a word.
std::vector<Link> read_related(std::string_view text);

}  // namespace newsarc::parsing
