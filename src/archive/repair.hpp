#pragma once

#include <newsarc/check.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::archive {

/// See Archive::repair().
RepairSummary repair(const store::Connection& connection);

}  // namespace newsarc::archive
