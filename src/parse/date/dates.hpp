#pragma once

#include <newsarc/date.hpp>
#include <newsarc/parse.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// A date as it stands in a text.
struct DateFound {
    DateTime moment;
    std::size_t length = 0;          ///< bytes from the front of the text to its end
    bool has_year = true;            ///< else `moment.year` means nothing
    bool ambiguous = false;          ///< `07/02/2025`: read day first, might be month first
    std::optional<DateOrder> order;  ///< in which the date is written, or its zone's country writes
};

/// The date that a text begins with, its weekday, time of day and zone included: ISO 8601;
/// `January 21, 2025`; `21 Jan 2025`; `5 March 2025 at 14:05 GMT`; `10:30 AM EST, Tue January 21,
/// 2025`; `21.01.2025`; `2025年1月21日`; months in the languages of the lexicon.
/// Numbers with slashes or hyphens are year-month-day when the first has four digits; else a number
/// above 12 or the weekday beside them tells day from month, and when neither does the day is read
/// first. Two-digit years from 70 on are of the 20th century, others of the 21st; years of the Thai
/// and the Persian calendar are read as such.
std::optional<DateFound> read_date(std::string_view text);

/// The same for a day and month that may lack a year, as datelines do: `Jan 21`, `5 March`.
std::optional<DateFound> read_day(std::string_view text);

/// The day of a moment as it is shown there, without time and zone; less where less is known.
DateTime shown_day(const DateTime& moment);

}  // namespace newsarc::parsing
