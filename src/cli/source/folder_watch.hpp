#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace newsarc::cli {

/// Watches folders, with the folders in them, for files that come or change (Linux inotify). Hidden files
/// and folders are left out, and so are the copies that editors keep, whose names end in `~`. A file counts
/// once it was written and closed, moved in or linked, or was still for a moment in a folder that came with
/// it; a link to a folder is not followed.
class FolderWatch {
public:
    /// Throws Error(unsupported) on a system without inotify, io when it gives no more watches.
    FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;
    ~FolderWatch();

    /// Throws Error(io) when the folder cannot be watched, with how to raise the system's limit.
    void add(const std::string& folder);

    struct Found {
        std::vector<std::string> files;  ///< that came or changed, below the folders as they were named
        bool lost = false;               ///< the system lost count: all files are to be looked at again
        bool ended = false;              ///< no folder is left to watch
    };

    /// Waits for files, no longer than this, or until Ctrl-C. An empty result is no error.
    Found wait(std::chrono::milliseconds longest);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::cli
