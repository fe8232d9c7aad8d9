#pragma once

#include <newsarc/list.hpp>

#include "output/text/layout.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

enum class Period { month, year };

/// How many articles were published in each period, in order.
struct Timeline {
    Period period = Period::month;
    std::vector<FacetCount> counts;
};

/// Months (of `2025-01`) or years (of `2025`) since the year 0.
int period_index(const std::string& period);

/// The timeline by a period; where none is asked for, by month as long as there are no more than
/// `most_months`. Periods without an article stand between the others as long as there are no more
/// than `most` in all.
Timeline make_timeline(const Stats& stats, std::optional<Period> period, std::size_t most,
                       std::size_t most_months = 36);

/// What the bars of a terminal are drawn with: blocks, or ASCII where the terminal may have no others.
enum class Drawing { blocks, ascii };

/// Counts with bars, below a title.
void print_bars(std::ostream& out, std::string_view title, const std::vector<FacetCount>& counts,
                Drawing drawing, const Layout& layout);

/// Numbers, the most frequent values with bars, and the timeline.
void print_stats(std::ostream& out, const Stats& stats, std::optional<Period> period, Drawing drawing,
                 const Layout& layout);

/// One JSON document on one line; `query` is null where there is none.
std::string stats_json(const std::optional<std::string>& query, const Stats& stats);

/// A chart as an SVG 1.1 document: the timeline, and the most frequent credits below it.
void print_stats_svg(std::ostream& out, const std::optional<std::string>& query, const Stats& stats,
                     std::optional<Period> period);

}  // namespace newsarc::output
