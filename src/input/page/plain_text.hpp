#pragma once

#include <string>
#include <string_view>

namespace newsarc::input {

/// What a reader would see of a piece of HTML: tags gone, entities read, also where they were written twice
/// (`&amp;amp;`), white space squeezed.
std::string plain_text(std::string_view html);

/// The same with a line a paragraph.
std::string plain_lines(std::string_view html);

}  // namespace newsarc::input
