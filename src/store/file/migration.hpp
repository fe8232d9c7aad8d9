#pragma once

#include <newsarc/maintenance.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace newsarc::store {

class Connection;

/// The format that an open database says it has.
std::int32_t format_of(SQLite::Database& database);

/// Brings an archive of a former format to this one, in one transaction, once a backup of it as it is stands
/// beside it: `archive.db.format-1`, or `archive.db.format-1.2`, … where that name is taken. `connection` is
/// that of the path. Empty when another process has done it meanwhile. Throws Error: io when the archive or
/// its folder cannot be written, busy, archive_damaged.
std::optional<FormatChange> migrate(const std::string& path, const Connection& connection,
                                    std::chrono::milliseconds busy_timeout);

}  // namespace newsarc::store
