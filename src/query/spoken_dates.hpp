#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "query/dates.hpp"

namespace newsarc::query {

/// Reads a time as people write it: `march`, `14 March 2025`, `March 14, 2025`, `14/03/2025`, `03/2025`,
/// `monday`, `last week`, `this month`, `3 days ago`, `last 2 weeks`. Months and weekdays may be in any
/// language of the lexicon. A month, day or weekday without a year is the last one that has begun; a week
/// begins on Monday. Of `04/03/2025` the day is read first. `now` is in Unix seconds; without it only times
/// with a year are read.
std::optional<Interval> parse_spoken_date(std::string_view text, std::optional<std::int64_t> now);

/// True of `04/03/2025`: which number is the day is not told.
bool is_ambiguous_date(std::string_view text);

}  // namespace newsarc::query
