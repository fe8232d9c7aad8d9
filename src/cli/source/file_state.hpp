#pragma once

#include <newsarc/add.hpp>
#include <newsarc/archive.hpp>

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

struct stat;

namespace newsarc::cli {

/// What these facts say of a file of that absolute path, looked up at this moment.
FileState file_state(std::string absolute, const struct stat& facts);

/// The same, asked of the file system; empty for what is no regular file, or not there.
std::optional<FileState> file_state(const std::string& absolute);

/// Makes paths absolute, with the links of their folders followed, so that a file has one name wherever it
/// is named from. Quick for paths of one folder that come one after the other.
class AbsolutePaths {
public:
    /// A folder that is not there is taken as it is named.
    std::string of(const std::string& path);

private:
    std::string folder_;     ///< as it was named last
    std::string canonical_;  ///< with a slash at its end
};

/// Whether there is no file of that path any more. One that cannot be looked at counts as there.
bool is_missing(const std::string& path);

/// Whether files were added once from a path or below it.
bool was_added(const Archive& archive, const std::string& path);

/// Gives `tell` the articles of each file that was added once from these paths or below them and is not there
/// any more; those that another file gave which is there, for one where the file was moved to, are left out.
/// A file that cannot be looked at counts as there.
void visit_missing(const Archive& archive, const std::vector<std::string>& paths,
                   const std::function<void(std::vector<AddResult>)>& tell);

}  // namespace newsarc::cli
