#pragma once

#include <newsarc/stats.hpp>

#include <cstddef>
#include <optional>
#include <vector>

namespace newsarc::output {

enum class Period { month, year };

/// How many articles were published in each period, in order.
struct Timeline {
    Period period = Period::month;
    std::vector<FacetCount> counts;
};

/// The timeline by a period; where none is asked for, by month as long as there are no more than
/// `most_months`. Periods without an article stand between the others as long as there are no more
/// than `most` in all.
Timeline make_timeline(const Stats& stats, std::optional<Period> period, std::size_t most,
                       std::size_t most_months = 36);

}  // namespace newsarc::output
