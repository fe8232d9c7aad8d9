#pragma once

#include "output/text/text.hpp"

#include <ostream>
#include <string_view>

namespace newsarc::output {

/// A Markdown document as text for a person: paragraphs and cells of tables broken to fit the
/// layout, or 80 columns where that names no width; code in whole lines.
void print_document(std::ostream& out, std::string_view text, const Layout& layout);

}  // namespace newsarc::output
