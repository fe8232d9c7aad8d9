#pragma once

#include <span>
#include <string>
#include <string_view>

namespace newsarc::output {

/// One record of a CSV file (RFC 4180), its line end included: fields in quotes where they hold a
/// comma, quote or line end. A field that a spreadsheet would take for a formula (it begins with `=`,
/// `+`, `-` or `@`, wide forms included, or with a tab or line end) gets an apostrophe before it, so
/// that text of others is shown and never computed; so does one that looks as if it had got one
/// already, so that a reader can take off what was put on.
std::string csv_row(std::span<const std::string> fields);

}  // namespace newsarc::output
