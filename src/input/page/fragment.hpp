#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace newsarc::input {

/// The blocks of a piece of HTML that is a story and nothing else, as feeds hold it. Text without tags is cut
/// at its empty lines. `base` is what relative links are resolved against; it may be empty.
std::vector<Block> read_fragment(std::string_view html, std::string_view base);

}  // namespace newsarc::input
