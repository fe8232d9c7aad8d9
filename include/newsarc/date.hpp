#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc {

/// How much of a moment is known. Coarser values compare greater.
enum class Precision { second, minute, day, month, year };

std::string_view to_string(Precision precision);
std::optional<Precision> precision_from_string(std::string_view name);

/// A moment as a text states it: a civil date of the proleptic Gregorian calendar, with as much
/// of a time of day as is known. Fields finer than `precision` hold their least value and mean
/// nothing. A time without a stated zone has no offset; nothing is ever assumed.
struct DateTime {
    int year = 1;                            ///< 1 to 9999
    int month = 1;                           ///< 1 to 12
    int day = 1;                             ///< 1 to the days of the month
    int hour = 0;                            ///< 0 to 23
    int minute = 0;                          ///< 0 to 59
    int second = 0;                          ///< 0 to 60 (a leap second)
    std::optional<int> offset_minutes = {};  ///< east of UTC, -1439 to 1439
    Precision precision = Precision::day;

    friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// True when every field is in its range, the day exists in its month, and an offset is there
/// only with a time of day.
bool is_valid(const DateTime& moment);

/// ISO 8601, cut at the precision: `2025`, `2025-01`, `2025-01-21`, `2025-01-21T14:05`,
/// `2025-01-21T14:05:09+02:00`; offset zero is `Z`.
std::string to_iso(const DateTime& moment);

/// Reads what to_iso() writes, and a blank for `T`, lower-case `t` and `z`, fractions of a second
/// (dropped), `+0200`. Nothing else: free text is the parser's work. Empty when it does not fit.
std::optional<DateTime> from_iso(std::string_view text);

/// Seconds since 1970-01-01T00:00:00Z of the moment's first second; without an offset, as if UTC.
std::int64_t to_unix_seconds(const DateTime& moment);

/// The moment in UTC, to the second.
DateTime from_unix_seconds(std::int64_t seconds);

}  // namespace newsarc
