#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace newsarc {

/// Something in an archive that does not agree with the rest, and the article that it belongs to, when
/// it belongs to one.
struct Finding {
    std::optional<std::int64_t> article;
    std::string what;  ///< such as `the length for ranking is wrong`

    friend bool operator==(const Finding&, const Finding&) = default;
};

}  // namespace newsarc
