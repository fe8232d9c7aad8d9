#include "store/sql/sqlite_library.hpp"

#include <sqlite3.h>

namespace newsarc::store {

std::string_view sqlite_version() {
    return sqlite3_libversion();
}

void leave_memory_uncounted() {
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace newsarc::store
