#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace newsarc::store {

/// `news` in ASCII, in the header of every archive; see docs/storage.md.
inline constexpr std::int32_t application_id = 0x6E657773;

/// The format this program writes, kept as `user_version`.
inline constexpr std::int32_t schema_version = 6;

/// Makes the tables of an empty archive, of this format or of a former one. To be called inside a
/// transaction.
void create_schema(SQLite::Database& database, std::int32_t format = schema_version);

/// Brings the tables of an archive from a former format to this one. To be called inside a transaction.
void bring_up(SQLite::Database& database, std::int32_t from);

}  // namespace newsarc::store
