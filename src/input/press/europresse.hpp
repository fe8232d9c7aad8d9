#pragma once

#include <functional>
#include <string_view>

#include "input/given.hpp"
#include "model/document.hpp"

namespace newsarc::input {

/// True of the beginning of a page with articles of papers that Europresse or Eureka.cc has exported.
bool begins_europresse(std::string_view start);

/// The articles of such a page in their order, each with its place in the file. `key` is the number of the
/// document (`news·20250121·HP·0123`). The form is that of exports since 2013, an element `article` for each
/// with classes that name its parts; those that a part lacks are left out. Throws Error: input where there is
/// no article with a title or a text, unsupported for an encoding that is not known, and where libxml2 is
/// missing.
void read_europresse(std::string_view bytes, const Given& given,
                     const std::function<void(Document)>& document);

}  // namespace newsarc::input
