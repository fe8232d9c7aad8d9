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

/// A text that an article has, or had before it was edited or its file changed.
struct Version {
    std::int64_t number = 1;  ///< 1 is the first
    std::string uid;
    std::optional<std::string> replaced;  ///< ISO 8601 in UTC, when another took its place; not of the newest
    std::optional<std::string> headline;
    std::int64_t words = 0;

    friend bool operator==(const Version&, const Version&) = default;
};

}  // namespace newsarc
