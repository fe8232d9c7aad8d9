#pragma once

#include <string_view>

#include "input/given.hpp"

namespace newsarc::input {

bool begins_rtf(std::string_view start);

/// The text of a document in the Rich Text Format (1.9.1), a paragraph a line with empty lines between, to be
/// read as text is: tables a row a line; pictures, notes at the foot, heads and feet of pages, hidden and
/// deleted text left out; bytes read in the charset of their font. Title and writer of the document's
/// properties stand beside it. Of a document that is cut off what there is. Throws Error(input) where there
/// is no text.
InnerFile read_rtf(std::string_view bytes);

}  // namespace newsarc::input
