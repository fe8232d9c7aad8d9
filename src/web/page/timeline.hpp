#pragma once

#include <newsarc/search.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "web/page/markup.hpp"

namespace newsarc::web {

/// A stretch of time, and how many articles were published in it.
struct Stretch {
    std::string title;  ///< `March 2025`, `2025`, `1990–1999`
    std::string since;  ///< the first and the last month or year of it, `2025-03`
    std::string until;
    std::size_t count = 0;
};

/// At most two dozen stretches of equal length, without a gap, that hold all these: months, years, or several
/// years each. `months` and `years` have values `2025-03` and `2025`, in any order; what is known to the year
/// alone is in `years` only.
std::vector<Stretch> stretches(const std::vector<FacetCount>& months, const std::vector<FacetCount>& years);

/// A picture of them, a bar each, which leads to what `address` says.
void timeline(Markup& out, const std::vector<Stretch>& stretches,
              const std::function<std::string(const Stretch&)>& address);

}  // namespace newsarc::web
