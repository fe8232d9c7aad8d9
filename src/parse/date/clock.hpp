#pragma once

#include <newsarc/date.hpp>
#include <newsarc/parse.hpp>

#include "parse/date/date_reader.hpp"

namespace newsarc::parsing {

/// Reads a time of day and its zone: `14:05`, `2.05 pm`, `14h05`, `10 a.m.`, `1405 GMT`,
/// `14:05:09+02:00`, `2:05 PM (IST)`,
/// `14時05分`, `오후 2:05`. Sets hour, minute, second, offset and precision of `moment`.
/// A bare number, or two with a full stop between, is a time only with a word or zone that says so.
/// `order`, when given, becomes the order in which dates are written where its zone is kept.
bool read_clock(DateReader& in, DateTime& moment, std::optional<DateOrder>* order = nullptr);

}  // namespace newsarc::parsing
