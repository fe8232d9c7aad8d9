#pragma once

#include <newsarc/date.hpp>

#include <string>
#include <string_view>

namespace newsarc::output {

/// A moment in a format of the user's: `%Y %m %d %H %M %S` stand for year, month, day, hour, minute
/// and second in digits, `%e` for the day without a zero before it, `%B %b` for the English name of
/// the month, whole and short, `%A %a` for that of the weekday, `%%` for a percent sign; any other
/// text for itself. ISO 8601 when the format is empty. What the moment leaves open is printed as `00`,
/// `0` for `%e`, and no name.
std::string format_date(const DateTime& moment, std::string_view format);

/// Throws Error(usage) for a format with a part that format_date() does not know.
void require_date_format(std::string_view format);

/// For a person: `2025-01-21 14:05 UTC`, `2025-01-21 14:05 +02:00`, `2025-01-21`, without seconds.
std::string readable_date(const DateTime& moment);

/// The same of a moment in ISO 8601; a text that is none stays as it is.
std::string readable_moment(const std::string& iso);

}  // namespace newsarc::output
