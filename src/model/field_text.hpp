#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/fields.hpp"

// The value of any field as text, for CSV, templates and the text that `edit` shows: dates in ISO 8601; of a
// list each member on a line, its parts between bars; of a set the members between semicolons.

namespace newsarc::model {

/// Empty when the field is absent.
std::string to_text(const Field& field, const Article& article);

/// Sets a field to what such a text says; an empty one takes its value away, that of a dateline its parts
/// too. White space around a value is left out. Throws Error(input) for what cannot be the value.
void set_text(const Field& field, Article& article, std::string_view text);

/// The members of a list, each on one line: `editor | This article was shortened.` In a line \n stands for a
/// line break, \\ for a backslash and, within a part, \| for a bar.
std::vector<std::string> lines(const Field& field, const Article& article);

/// Adds the member that such a line tells to a list. Throws Error(input) with the form that is read.
void add_line(const Field& field, Article& article, std::string_view line);

/// What such a line is made of: `KIND | TEXT`.
std::string line_form(const Field& field);

/// A text with its line breaks and backslashes as in a line, and back.
std::string on_one_line(std::string_view text);
std::string from_one_line(std::string_view line);

}  // namespace newsarc::model
