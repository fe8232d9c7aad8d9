#pragma once

#include <newsarc/date.hpp>

#include <string>
#include <string_view>

// What may be the value of a field: each rule once, for every way into the archive.

namespace newsarc::model {

/// Text without NUL, without the carriage returns of line ends and without white space around it.
std::string cleaned(std::string_view text);

/// Reads ISO 8601. Throws Error(input) for what is no date.
DateTime read_moment(std::string_view text);

// Each puts a value into its one form, and throws Error(input) for what cannot be one.

void settle_date(std::string& value);      ///< a date in ISO 8601, cut to what is known
void settle_moment(std::string& value);    ///< a moment in UTC, to the second: such compare as text
void settle_language(std::string& value);  ///< a language tag, BCP 47
void settle_tag(std::string& value);       ///< a line of text

}  // namespace newsarc::model
