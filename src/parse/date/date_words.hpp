#pragma once

#include <optional>
#include <string_view>

namespace newsarc::parsing {

/// The month, 1 to 12, of a name or abbreviation folded by text::fold.
std::optional<int> month_of(std::string_view folded);

bool is_weekday(std::string_view folded);

/// Words that stand inside a date and say nothing: `of`, `de`, `at`, `um`.
bool is_date_filler(std::string_view folded);

/// A zone of time. ET, CT and their like are known, but their offset hangs on the season.
struct Zone {
    std::optional<int> offset_minutes;
};

/// The zone of an abbreviation, in lower case. Where several zones share one, the most written in
/// English news is taken: IST is India, BST Britain, CST and EST North America.
std::optional<Zone> zone_of(std::string_view folded);

}  // namespace newsarc::parsing
