#pragma once

#include <cstdint>
#include <string>

namespace newsarc {

/// What was done to an archive of a former format when it was opened.
struct FormatChange {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::string backup;  ///< the path of a copy of the archive as it was before
};

}  // namespace newsarc
