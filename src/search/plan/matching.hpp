#pragma once

#include <newsarc/search.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::search {

/// Every article that a query matches. See Archive::matching().
Matches matching(const store::Connection& connection, const MatchRequest& request);

}  // namespace newsarc::search
