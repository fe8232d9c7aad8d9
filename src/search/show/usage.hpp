#pragma once

#include <newsarc/usage.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::search {

/// See Archive::usage().
Usage usage(const store::Connection& connection, const UsageRequest& request);

}  // namespace newsarc::search
