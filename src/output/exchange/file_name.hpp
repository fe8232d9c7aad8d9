#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <string_view>

namespace newsarc::output {

/// A name for a file of one article, its own in the archive it comes from: `12-river-port-reopens.md`.
/// Of letters, digits and hyphens, at most 120 bytes.
std::string file_name(const Article& article, std::string_view suffix);

}  // namespace newsarc::output
