#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace newsarc::cli {

/// Gives each file of a folder a name of its own, for file systems that take `A.txt` and `a.txt` for
/// one, too: no file where one is, none where a folder is, no folder where a file is.
class UniqueNames {
public:
    /// The path, or where it is taken one with `~2`, `~3`, … before the suffix. It is taken from now on.
    std::string claim(std::string_view path);

private:
    [[nodiscard]] std::string free_folder(const std::string& above, const std::string& part);
    [[nodiscard]] std::string free_file(const std::string& above, const std::string& part);

    std::set<std::string> files_;                 ///< folded
    std::map<std::string, std::string> folders_;  ///< folded, and as they are written
};

}  // namespace newsarc::cli
