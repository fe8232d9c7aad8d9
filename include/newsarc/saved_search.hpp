#pragma once

#include <cstdint>
#include <string>

namespace newsarc {

/// A query kept in the archive under a name.
struct SavedSearch {
    std::string name;  ///< letters, digits, `-`, `_` and `.`, of any script; 64 bytes at most
    std::string query;
    std::string saved;      ///< when, ISO 8601 in UTC
    std::int64_t seen = 0;  ///< articles with a greater id are new to it

    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

}  // namespace newsarc
