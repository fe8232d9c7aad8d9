#pragma once

#include <newsarc/add.hpp>
#include <newsarc/parse.hpp>

#include <vector>

namespace newsarc {

/// Reads what a file holds into articles, in their order: text as parse() does, and every other kind that
/// docs/inputs.md lists, known by its content first and the ending of its name second, or as
/// ParseOptions::kind says. What is doubtful is a warning in the article. Nothing is fetched.
/// Throws Error: input for a file of which nothing can be read, unsupported for an encoding or a kind that is
/// not known and for a kind whose library is missing, usage for a label that has no words.
std::vector<ParsedArticle> read(const Source& source, const ParseOptions& options = {});

/// The same, with ParsedArticle::lines filled; of a page a line is a block, shown or not.
std::vector<ParsedArticle> explain(const Source& source, const ParseOptions& options = {});

}  // namespace newsarc
