#pragma once

#include <string_view>

#include "input/given.hpp"
#include "model/document.hpp"

namespace newsarc::input {

/// True of the beginning of a file that is a web page.
bool begins_page(std::string_view start);

/// The story of a web page and what the page says of it. Nothing is fetched. Throws Error: input for a page
/// without a story, unsupported for an encoding that is not known, and where libxml2 is missing.
Document read_page(std::string_view bytes, const Given& given = {});

}  // namespace newsarc::input
