#pragma once

#include <newsarc/links.hpp>

#include <functional>
#include <vector>

#include "store/connection.hpp"

namespace newsarc::store {

/// See Archive::links().
void visit_links(const Connection& connection, const LinkRequest& request,
                 const std::function<bool(const FoundLink&)>& visit);

/// See Archive::link_hosts().
std::vector<HostCount> count_hosts(const Connection& connection, const LinkRequest& request);

}  // namespace newsarc::store
