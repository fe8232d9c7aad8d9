#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsarc {

/// Which articles to tag, and how.
struct TagRequest {
    std::vector<std::int64_t> ids;    ///< those that are not there are passed over
    std::vector<std::string> add;     ///< UTF-8 without control characters, not empty
    std::vector<std::string> remove;  ///< a tag that is in both lists stays
    bool dry_run = false;             ///< leave the archive as it was
};

/// An article that was removed, and is not stored again when a file or a record gives it.
struct Removal {
    std::int64_t id = 0;  ///< that it had
    std::string uid;
    // These are forgotten by Archive::optimize().
    std::optional<std::string> headline = {};
    std::optional<std::string> key = {};
    std::optional<std::string> path = {};
    std::string removed;  ///< when, ISO 8601 in UTC
};

struct OptimizeResult {
    std::int64_t bytes_before = 0;  ///< size of the archive file
    std::int64_t bytes_after = 0;
};

}  // namespace newsarc
