#pragma once

#include <newsarc/date.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::query {

/// A stretch of time, from `begin` to before `end`, in Unix seconds; open where absent.
/// Days begin at midnight: of the dates of articles as they are read there, of all else in UTC.
struct Interval {
    std::optional<std::int64_t> begin;
    std::optional<std::int64_t> end;

    friend bool operator==(const Interval&, const Interval&) = default;
};

inline constexpr std::int64_t seconds_of_day = std::int64_t{24} * 3600;

/// The moment at which the day began.
std::int64_t start_of_day(std::int64_t moment);

/// Reads the time that a query names: `2025`, `2025-03`, `2025-03-21`, `today`, `yesterday`, a
/// distance back (`12h`, `3d`, `2w`, `6m`, `1y`: from the beginning of that day, or that hour, to
/// now), a time as spoken_dates.hpp reads it, or a range of two of these, `a..b`, either of them left out
/// (`a..`). `now` is in Unix seconds; without it only dates are read. Empty when the text is none of these.
std::optional<Interval> parse_interval(std::string_view text, std::optional<std::int64_t> now);

/// What a field or an option that takes a time accepts, for a person.
inline constexpr std::string_view date_forms =
    "a date is such as 2025, 2025-03, 2025-03-21, 21/03/2025, march, 'march 2025', 'last week', yesterday, "
    "3d, 2w, 6m or 1y";

/// From so many hours (`h`), days, weeks, months or years (`y`) ago to now.
std::optional<Interval> distance_back(std::int64_t count, char unit, std::int64_t now);

/// The first moment, in Unix seconds, after the year, month or day that a date names.
std::int64_t end_of(DateTime date);

/// `2025-01-01..2025-03-31`, the last day included; with the time of day where one matters.
std::string to_string(const Interval& interval);

}  // namespace newsarc::query
