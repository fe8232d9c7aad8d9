#pragma once

#include <newsarc/add.hpp>

#include <optional>
#include <string>
#include <utility>

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

}  // namespace newsarc::cli
