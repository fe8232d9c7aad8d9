#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace newsarc {

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
