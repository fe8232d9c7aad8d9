#pragma once

#include <newsarc/date.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsarc {

/// One of several articles that are nearly the same text.
struct ClusterMember {
    std::int64_t id = 0;
    std::string uid;
    std::optional<std::string> key;
    std::optional<std::string> headline;
    std::optional<std::string> credit;
    std::optional<DateTime> published;
    std::int64_t of = 0;    ///< the other member that it is most like
    double similarity = 0;  ///< to that one, 0 to 1
};

/// Articles that are near duplicates of each other, directly or by way of others between them.
/// At least two, in the order in which they were stored.
struct Cluster {
    std::vector<ClusterMember> members;
};

struct ClusterRequest {
    std::optional<std::size_t> limit;  ///< clusters; absent: all
    std::size_t offset = 0;
};

}  // namespace newsarc
