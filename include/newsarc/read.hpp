#pragma once

#include <newsarc/add.hpp>
#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include <string>
#include <vector>

namespace newsarc {

/// What a file holds.
struct Reading {
    /// What in a file could not be read, and why.
    struct Failure {
        std::string path;  ///< of the file, or of what is in it; any bytes
        Error error;
    };
    std::vector<ParsedArticle> articles;  ///< in their order; `key` is set where the file states one
    std::vector<Failure> failures;
};

/// Reads what a file holds: text as parse() does, and every other kind that docs/inputs.md lists. A file is
/// taken for what its content says, else for what the ending of its name says, unless options.kind names it.
/// What is doubtful is a warning in the article. Nothing is fetched. Throws Error: input for a file of which
/// nothing can be read, unsupported for an encoding or a kind that is not known and for a kind whose library
/// is missing, usage for a label that has no words.
Reading read(const Source& source, const ParseOptions& options = {});

/// The same, with ParsedArticle::lines filled; of a page a line is a block, of the story or not.
Reading explain(const Source& source, const ParseOptions& options = {});

}  // namespace newsarc
