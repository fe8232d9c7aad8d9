#pragma once

#include <string_view>

#include "input/given.hpp"

namespace newsarc::input {

/// True of the beginning of a page with articles that Factiva has exported.
bool begins_factiva(std::string_view start);

/// The text of such a page, as Factiva's text export has it, with fields named or not: the articles are told
/// apart when it is read as text. Throws Error(unsupported) for an encoding that is not known, and where
/// libxml2 is missing.
InnerFile read_factiva(std::string_view bytes);

}  // namespace newsarc::input
