#pragma once

#include <newsarc/maintenance.hpp>

#include "store/sql/connection.hpp"

namespace newsarc::archive {

/// See Archive::repair().
RepairSummary repair(const store::Connection& connection);

}  // namespace newsarc::archive
