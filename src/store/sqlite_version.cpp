#include "store/sqlite_version.hpp"

#include <sqlite3.h>

namespace newsarc::store {

std::string_view sqlite_version() {
    return sqlite3_libversion();
}

}  // namespace newsarc::store
