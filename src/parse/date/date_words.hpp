#pragma once

#include <newsarc/parse.hpp>

#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// The month, 1 to 12, of a name or abbreviation folded by text::fold. `dotted`: a full stop stands behind
/// the day before it, which tells two languages apart that call different months by one name.
std::optional<int> month_of(std::string_view folded, bool dotted = false);

/// The month of the Persian calendar, 1 to 12.
std::optional<int> persian_month_of(std::string_view folded);

/// The weekday, 1 (Monday) to 7.
std::optional<int> weekday_of(std::string_view folded);
inline bool is_weekday(std::string_view folded) {
    return weekday_of(folded).has_value();
}

/// True for the first word of a month or weekday of two words: `kanun` of `kanun al-thani`.
bool begins_date_name(std::string_view folded);

/// `of`, `de`, `năm`: the word between a month and its year.
bool leads_to_year(std::string_view folded);

/// `tháng`: the word before a month's number.
bool leads_to_month(std::string_view folded);

/// False for `am` and its like, true for `pm`.
std::optional<bool> afternoon(std::string_view folded);

/// Words that stand inside a date and say nothing: `of`, `de`, `at`, `um`.
bool is_date_filler(std::string_view folded);

/// The first words of labels of dates: `published`, `updated`, `veröffentlicht`.
bool labels_date(std::string_view folded);

/// A zone of time. ET, CT and their like are known, but their offset hangs on the season.
struct Zone {
    std::optional<int> offset_minutes;
    std::optional<DateOrder> order;  ///< of dates in numbers, where it is kept
};

/// The zone of an abbreviation, in lower case. Where several zones share one, the most written in
/// English news is taken: IST is India, BST Britain, CST and EST North America.
std::optional<Zone> zone_of(std::string_view folded);

}  // namespace newsarc::parsing
