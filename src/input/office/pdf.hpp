#pragma once

#include <string>
#include <string_view>

#include "input/given.hpp"

namespace newsarc::input {

bool begins_pdf(std::string_view start);

/// The text of a PDF, to be read as text is, with what the document states beside it. `pdftotext` of Poppler
/// takes it out, run as a process of its own with limits. Throws Error(input) for a PDF that is damaged,
/// encrypted or has no text, and where pdftotext is missing.
InnerFile read_pdf(std::string_view bytes);

/// The paragraphs of what pdftotext writes, an empty line between them: pages end with form feeds, lines are
/// those of the columns. Heads and feet that come again on other pages and numbers of pages are left out; a
/// paragraph goes on over columns and pages where its sentence does; words that were broken are joined.
std::string mended_pdf_text(std::string_view text);

}  // namespace newsarc::input
