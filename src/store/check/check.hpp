#pragma once

#include <newsarc/maintenance.hpp>

#include <cstdint>
#include <functional>
#include <vector>

#include "store/sql/connection.hpp"

namespace newsarc::store {

using Report = std::function<void(const Finding&)>;

/// See Archive::check().
CheckSummary check(const Connection& connection, const CheckOptions& options, const Report& report);

}  // namespace newsarc::store
