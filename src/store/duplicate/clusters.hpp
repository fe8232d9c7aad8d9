#pragma once

#include <newsarc/list.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

#include "store/sql/connection.hpp"

// Reading the clusters that near_duplicates.hpp writes.

namespace newsarc::store {

/// See Archive::duplicates().
void list_clusters(const Connection& connection, const ClusterRequest& request,
                   const std::function<bool(const Cluster&)>& visit);

/// See Archive::duplicates_of().
std::optional<Cluster> find_cluster(const Connection& connection, std::int64_t id);

/// The ids of an article's near duplicates and its own; empty when it has none.
std::vector<std::int64_t> cluster_members(const Connection& connection, std::int64_t id);

/// Calls visit(id, first) for each article that is in a cluster, ascending by cluster; `first` is
/// the smallest id in it.
void visit_clustered(const Connection& connection,
                     const std::function<void(std::int64_t id, std::int64_t first)>& visit);

}  // namespace newsarc::store
