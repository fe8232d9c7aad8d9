#pragma once

#include <string_view>
#include <vector>

#include "model/document.hpp"

namespace newsarc::input {

/// True of the beginning of a JSON Feed (jsonfeed.org).
bool begins_json_feed(std::string_view start);

/// The items of a JSON Feed. Throws Error(input) for what is no JSON.
std::vector<Document> read_json_feed(std::string_view utf8);

}  // namespace newsarc::input
