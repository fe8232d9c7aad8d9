#pragma once

#include <newsarc/parse.hpp>

#include "model/document.hpp"

namespace newsarc::parsing {

/// Makes an article of a document whose markup said what is what. Its blocks are classed as the passages of a
/// text are, so that a line such as `READ ALSO: …` is known in both; what the document states fills the
/// fields. With `explained` each block is listed with what became of it; its number is that of the block.
/// Throws Error(usage) for a label of the options that has no words.
ParsedArticle read_document(const Document& document, const ParseOptions& options, bool explained);

/// Fills headline, authors and date of publication, where an article has none, with what is stated of it from
/// outside of its text.
void fill_gaps(ParsedArticle& parsed, const Document& stated, const ParseOptions& options);

}  // namespace newsarc::parsing
