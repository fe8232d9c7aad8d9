#pragma once

#include <cstddef>
#include <fstream>
#include <string>

namespace newsarc::test {

/// Writes to two hidden files of a folder by turns, until the system can queue no more events for who
/// watches it and does not look. False where its queue is too long for that, or unknown.
inline bool flood_watchers_of(const std::string& folder) {
    std::size_t longest = 0;
    std::ifstream("/proc/sys/fs/inotify/max_queued_events") >> longest;
    if (longest == 0 || longest > 100'000) return false;
    // Each time it is at least told that the file was closed.
    for (std::size_t i = 0; i <= longest; ++i)
        std::ofstream(folder + (i % 2 == 0 ? "/.even" : "/.odd")) << "x";
    return true;
}

}  // namespace newsarc::test
