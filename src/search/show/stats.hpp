#pragma once

#include <newsarc/list.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::search {

/// See Archive::stats().
Stats stats(const store::Connection& connection, const StatsRequest& request);

}  // namespace newsarc::search
