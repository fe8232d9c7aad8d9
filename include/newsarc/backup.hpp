#pragma once

#include <cstddef>
#include <functional>

namespace newsarc {

struct BackupOptions {
    bool overwrite = false;        ///< put the backup in the place of a file that is there
    std::function<bool()> stop{};  ///< ends the copying with Error(interrupted) soon after it says so
};

struct BackupSummary {
    std::size_t articles = 0;
    std::size_t bytes = 0;  ///< of the file
};

}  // namespace newsarc
