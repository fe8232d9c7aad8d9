#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace newsarc::cli {

/// How far work on many articles is.
struct ProgressState {
    std::size_t articles = 0;     ///< that were told
    double seconds = 0;           ///< since it began
    std::optional<double> share;  ///< of the whole, 0 to 1; absent when nobody knows
};

/// The state as one line of at most so many columns: a bar, articles, their rate and the time left, as
/// far as there is room for them.
std::string progress_line(const ProgressState& state, std::size_t columns);

}  // namespace newsarc::cli
