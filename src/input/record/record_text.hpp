#pragma once

#include <newsarc/article.hpp>

#include <string>
#include <string_view>

// An article as text for a person to edit: its fields, a line each, between two lines of dashes; below
// them the body.
//
//     ---
//     # Lines that begin with # are passed over.
//     headline: Council votes for higher dykes
//     deck:
//     tag: flood
//     link: related | River port reopens | https://example.org/a | READ ALSO
//     note: editor | This article was shortened.
//     ---
//
//     The first paragraph.
//
// In a value \n stands for a newline and \\ for a backslash; in a part of a link \| for a bar.

namespace newsarc::input {

/// Writes the fields that can be changed: those of record_fields.hpp, tags, links, notes and the body.
std::string write_record_text(const Article& article);

/// Reads such a text into the article that it was written from: a field that is not there, or empty, is
/// taken away; what is not written stays as it was. Throws Error(input) that names the line.
Article read_record_text(std::string_view text, const Article& former);

}  // namespace newsarc::input
