#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace newsarc::store {

/// Compares the tables, indexes, views and triggers of a database with those that this program makes in an
/// archive of that format, before anything is asked of them: a file that was prepared to look like an archive
/// may hold others. White space in their statements does not count, and the tables of ANALYZE may be there,
/// as SQLite makes them. Throws Error(archive_foreign) that names the first that differs, is missing or is
/// not ours.
void require_own_schema(SQLite::Database& database, std::int32_t format);

/// True when the database has the objects of the format in use in the wording of the SQLite that this was
/// written with; told by a hash, without a second database to compare with.
bool has_usual_schema(const SQLite::Database& database);

}  // namespace newsarc::store
