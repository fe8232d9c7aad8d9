#pragma once

#include <newsarc/date.hpp>

#include <string>
#include <string_view>

namespace newsarc::output {

/// A moment in a format of the user's: `%Y %m %d %H %M %S` stand for year, month, day, hour, minute
/// and second in digits, `%%` for a percent sign; any other text for itself. ISO 8601 when the format
/// is empty. What the moment leaves open is printed as `00`.
std::string format_date(const DateTime& moment, std::string_view format);

}  // namespace newsarc::output
