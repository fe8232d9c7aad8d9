#pragma once

#include <string_view>
#include <vector>

#include "input/given.hpp"
#include "model/document.hpp"

namespace newsarc::input {

/// True of the beginning of a file that is an RSS, Atom or JSON feed.
bool begins_feed(std::string_view start);

/// The entries of a feed in their order: RSS 0.9 to 2.0, Atom 0.3 and 1.0 (RFC 4287), JSON Feed 1. Of a feed
/// that is damaged those that could be read, each with a warning. An entry without a title and without text
/// is left out. Throws Error: input for what is no feed, unsupported for an encoding that is not known.
std::vector<Document> read_feed(std::string_view bytes, const Given& given = {});

}  // namespace newsarc::input
