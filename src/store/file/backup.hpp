#pragma once

#include <newsarc/maintenance.hpp>

#include <string>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// See Archive::backup().
BackupSummary back_up(const Connection& connection, const std::string& path, const BackupOptions& options);

}  // namespace newsarc::store
