#pragma once

#include <string_view>

namespace newsarc::store {

/// The version of the SQLite library in use, such as `3.40.1`.
std::string_view sqlite_version();

/// Tells SQLite not to count the memory that it has, which takes a lock at each allocation
/// (https://www.sqlite.org/c3ref/c_config_covering_index_scan.html). It is a setting of the whole process:
/// for the program, not for a library; of no effect once SQLite is in use.
void leave_memory_uncounted();

}  // namespace newsarc::store
