#pragma once

#include <string_view>

namespace newsarc::text {

/// Whether a text is what a pattern stands for: `*` for any characters or none, `?` for one, all else for
/// itself. Time is at most the product of their lengths.
bool matches_wildcard(std::string_view pattern, std::string_view text);

}  // namespace newsarc::text
