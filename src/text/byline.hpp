#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::text {

/// The names in a byline, in its order, where nothing better is known of its authors: they stand between
/// commas, semicolons, ampersands and the words for `and`, without what says where one wrote from or for
/// whom. `Roe, Jane` is one, and so is `Tom Ray, Jr.`.
std::vector<std::string> names_in_byline(std::string_view byline);

/// True for an agency, a desk, a ministry: what signs and is no person. Told by its words.
bool is_organisation(std::string_view name);

/// True for what stands behind a name as a part of it (`Jr.`) or tells a degree (`Ph.D.`).
bool is_generation(std::string_view word);
bool is_degree(std::string_view word);

}  // namespace newsarc::text
