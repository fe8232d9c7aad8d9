#pragma once

#include <newsarc/parse.hpp>

#include "parse/date/dates.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace newsarc::parsing {

/// The order in which an article writes day and month in numbers, by the strongest evidence that there
/// is: another of its dates, whose numbers leave no choice or whose zone of time is of one country; the
/// one order in which it was changed after it was published; its language, which is day first in all but
/// English; the country of its site, or that of the sites it links to when they agree. `dates` are the
/// published and the updated one, as far as there are; `credit` is a host or an outlet's name.
std::optional<DateOrder> order_told(std::span<const DateFound> dates, std::string_view language,
                                    std::string_view credit, std::span<const std::string_view> hosts);

/// An ambiguous date with day and month changed over.
DateFound month_first(DateFound date);

}  // namespace newsarc::parsing
