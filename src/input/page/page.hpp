#pragma once

#include "input/given.hpp"
#include "input/page/blocks.hpp"
#include "model/document.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// True of the beginning of a file that is a web page, and of nothing but its JSON-LD with the story in it.
bool begins_page(std::string_view start);

/// The story of a web page and what the page says of it. Nothing is fetched. Throws Error: input for a page
/// without a story, unsupported for an encoding that is not known, and where libxml2 is missing.
Document read_page(std::string_view bytes, const Given& given = {});

/// The blocks of a piece of HTML that is a story and nothing else, as feeds hold it. Text without tags is cut
/// at its empty lines. `base` is what relative links are resolved against; it may be empty.
std::vector<Block> read_fragment(std::string_view html, std::string_view base);

/// A block of a story and nothing else, as it stands there.
Block story_block(TextBlock block, std::string_view base = {});

/// What a reader would see of a piece of HTML: tags gone, entities read, also where they were written twice
/// (`&amp;amp;`), white space squeezed.
std::string plain_text(std::string_view html);

/// The same with a line a paragraph.
std::string plain_lines(std::string_view html);

}  // namespace newsarc::input
