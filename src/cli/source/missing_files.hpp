#pragma once

#include <newsarc/archive.hpp>

#include <functional>
#include <string>
#include <vector>

namespace newsarc::cli {

/// Whether files were added once from a path or below it.
bool was_added(const Archive& archive, const std::string& path);

/// Gives `tell` the articles of each file that was added once from these paths or below them and is not there
/// any more; those that another file gave which is there, for one where the file was moved to, are left out.
/// A file that cannot be looked at counts as there.
void visit_missing(const Archive& archive, const std::vector<std::string>& paths,
                   const std::function<void(std::vector<AddResult>)>& tell);

}  // namespace newsarc::cli
