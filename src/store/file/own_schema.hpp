#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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

/// Of the objects of a database.
std::string schema_hash(const SQLite::Database& database);

/// Of those of the format in use, in the wording of the SQLite that this was written with: making them for a
/// comparison takes longer than all else that a short command does. A library that words the tables of FTS5
/// otherwise costs that time again, and nothing else.
inline constexpr std::string_view usual_schema_hash =
    "d6440a3ddc363d57f6b6e3e1697e619712f7822af4c88e9fb9e93053c44d4e8c";

}  // namespace newsarc::store
