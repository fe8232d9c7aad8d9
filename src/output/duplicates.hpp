#pragma once

#include <newsarc/list.hpp>

#include "output/text/layout.hpp"

#include <cstdint>
#include <ostream>
#include <string>

namespace newsarc::output {

/// One line a member: how like which other it is, then as in a list.
void print_cluster(std::ostream& out, const Cluster& cluster, const Layout& layout);

/// One line below an article: the ids of its near duplicates.
void print_near_duplicates(std::ostream& out, const Cluster& cluster, std::int64_t id, const Layout& layout);

std::string cluster_json(const Cluster& cluster);

}  // namespace newsarc::output
