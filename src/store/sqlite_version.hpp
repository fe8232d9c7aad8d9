#pragma once

#include <string_view>

namespace newsarc::store {

/// The version of the SQLite library in use, such as `3.40.1`.
std::string_view sqlite_version();

}  // namespace newsarc::store
