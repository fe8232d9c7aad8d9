#pragma once

#include <string_view>

#include "input/given.hpp"

namespace newsarc::input {

bool begins_docx(std::string_view start);
bool begins_odt(std::string_view start);

/// The text of a document of Word (DOCX, ISO 29500) or of LibreOffice (ODT, ISO 26300), a paragraph a line
/// with empty lines between, to be read as text is: deletions, comments, foot notes and field codes left out,
/// tabs and breaks as blanks and lines, a row of a table a line. What the document's properties state stands
/// beside it. Throws Error: input for a document that is damaged, encrypted or without text; unsupported
/// without libarchive or libxml2.
InnerFile read_docx(std::string_view bytes);
InnerFile read_odt(std::string_view bytes);

}  // namespace newsarc::input
