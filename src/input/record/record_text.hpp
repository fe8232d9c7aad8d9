#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/fields.hpp"

// An article as text for a person to edit: its fields, a line each, between two lines of dashes; below
// them the body. A list has a line for each of its members.
//
//     ---
//     # Lines that begin with # are passed over.
//     headline: Council votes for higher dykes
//     deck:
//     author: Jane Roe | Staff Writer
//     tag: flood
//     link: related | River port reopens | https://example.org/a | READ ALSO
//     note: editor | This article was shortened.
//     ---
//
//     The first paragraph.
//
// In a value \n stands for a newline and \\ for a backslash; in a part of a member \| for a bar.

namespace newsarc::input {

/// Writes the fields that can be changed by hand.
std::string write_record_text(const Article& article);

/// Reads such a text into the article that it was written from: a field that is not there, or empty, is
/// taken away; what is not written stays as it was. Throws Error(input) that names the line.
Article read_record_text(std::string_view text, const Article& former);

/// Fields and the values that they are to get, of texts such as `credit=NewsX`. Throws Error(usage) for a
/// text without `=`, and Error(input) for what no article could get, see set_field().
std::vector<std::pair<std::string, std::string>> assignments(const std::vector<std::string>& texts);

/// Sets a field that can be changed by hand, as model::set_text() does; an empty value takes it away. Setting
/// the dateline clears its parts. `extra.NAME` is one text of a record that had no field.
/// Throws Error(input): a name that is not known, a value that the field cannot have, a part of a dateline
/// without a dateline.
void set_field(Article& article, std::string_view name, std::string_view value);

}  // namespace newsarc::input
