#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace newsarc::output {

/// Text for a manual page in the man(7) macros: what means something to roff is escaped. It may begin
/// a line.
std::string roff_text(std::string_view text);

/// The same in bold or italics.
std::string roff_bold(std::string_view text);
std::string roff_italic(std::string_view text);

/// A Markdown document as sections of a manual page. Its title is left out; headings of the second
/// rank become sections.
void print_roff_document(std::ostream& out, std::string_view markdown);

}  // namespace newsarc::output
