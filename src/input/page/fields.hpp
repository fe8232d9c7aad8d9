#pragma once

#include <string>
#include <vector>

#include "input/page/blocks.hpp"
#include "input/page/head.hpp"
#include "input/page/story.hpp"
#include "input/page/tree.hpp"
#include "model/document.hpp"

namespace newsarc::input {

/// A page, read so far as its fields are told from it.
struct PageParts {
    const Tree& tree;
    const Head& head;
    const std::vector<TextBlock>& blocks;
    const Story& story;
};

/// The titles that the head states, without the site's name.
std::vector<std::string> stated_titles(const Head& head);

/// Whether the element of a text's node, or one around it up to three, bears such names.
bool has_sign(const PageParts& page, std::uint32_t node, bool Signs::*sign);

/// Fills the headline and the other titles.
void fill_titles(const PageParts& page, Document& out);

/// Fills these, deck, authors, dates, credit, language, url and key.
void fill_fields(const PageParts& page, Document& out);

}  // namespace newsarc::input
