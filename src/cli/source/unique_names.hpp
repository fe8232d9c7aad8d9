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
    std::string free_folder(const std::string& above, const std::string& part);
    std::string free_file(const std::string& above, const std::string& part);

    std::set<std::string> files_;                    ///< folded
    std::map<std::string, std::string> folders_;     ///< folded, and as they are written
    std::map<std::string, std::string> folders_of_;  ///< of each wanted name, folded, the folder that it got
    std::map<std::string, int> numbers_;             ///< of each wanted name, folded, the last one tried
};

}  // namespace newsarc::cli
