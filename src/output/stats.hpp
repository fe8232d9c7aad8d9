#pragma once

#include <newsarc/stats.hpp>

#include "output/text/text.hpp"
#include "output/timeline.hpp"

#include <optional>
#include <ostream>
#include <string>
#include <string_view>

namespace newsarc::output {

/// What the bars of a terminal are drawn with: blocks, or ASCII where the terminal may have no others.
enum class Drawing { blocks, ascii };

/// Numbers, the most frequent values with bars, and the timeline.
void print_stats(std::ostream& out, const Stats& stats, std::optional<Period> period, Drawing drawing,
                 const Layout& layout);

/// One JSON document on one line; `query` is null where there is none.
std::string stats_json(const std::optional<std::string>& query, const Stats& stats);

/// A chart as an SVG 1.1 document: the timeline, and the most frequent credits below it.
void print_stats_svg(std::ostream& out, const std::optional<std::string>& query, const Stats& stats,
                     std::optional<Period> period);

}  // namespace newsarc::output
