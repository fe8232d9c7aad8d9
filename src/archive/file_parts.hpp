#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "archive/prepared_input.hpp"
#include "store/original/files.hpp"

namespace newsarc::archive {

/// Which article of a file as it was each part of it as it is now goes on: by its content, else by its
/// headline, else by its place. One pointer a part, into `former`; null for a part that is new, or was
/// removed. No article is
/// taken twice.
std::vector<const store::FilePart*> match(std::span<const PreparedPart> parts,
                                          std::span<const store::FilePart> former);

}  // namespace newsarc::archive
