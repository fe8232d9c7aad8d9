#pragma once

#include <newsarc/list.hpp>

#include <functional>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// SQL, of a row of `link`: the id of the article that it points at, by headline or by key; else NULL.
std::string link_target();

/// See Archive::links().
void visit_links(const Connection& connection, const LinkRequest& request,
                 const std::function<bool(const FoundLink&)>& visit);

/// See Archive::link_hosts().
std::vector<HostCount> count_hosts(const Connection& connection, const LinkRequest& request);

}  // namespace newsarc::store
