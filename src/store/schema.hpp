#pragma once

#include <cstdint>

namespace SQLite {
class Database;
}

namespace newsarc::store {

/// `news` in ASCII, in the header of every archive; see docs/storage.md.
inline constexpr std::int32_t application_id = 0x6E657773;

/// The schema this program writes, kept as `user_version`.
inline constexpr std::int32_t schema_version = 1;

/// Makes the tables of an empty database. To be called inside a transaction.
void create_schema(SQLite::Database& database);

}  // namespace newsarc::store
