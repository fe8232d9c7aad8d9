#pragma once

#include <newsarc/search.hpp>

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/config.hpp"
#include "cli/context.hpp"

namespace newsarc::cli {

/// One way in which a word of the command line can go on.
struct Offer {
    std::string value;        ///< the whole word, not quoted
    std::string description;  ///< one line; empty where the value says all
};

struct Offers {
    std::vector<Offer> words;
    bool files = false;       ///< the shell is to offer the names of files
    bool unfinished = false;  ///< more belongs to the word, so that no blank is to follow
};

/// What only the archive and the user's configuration can say. Each may be empty.
struct CompletionSource {
    /// Every value of a facet in the archive that the options name, the most frequent first.
    std::function<std::vector<FacetCount>(FacetField field, const GlobalOptions& options)> values = {};
    /// Some articles: their ids, described by their headlines.
    std::function<std::vector<Offer>(const GlobalOptions& options)> articles = {};
    /// The searches that are saved in it: their names, described by their queries.
    std::function<std::vector<Offer>(const GlobalOptions& options)> searches = {};
    Aliases aliases = {};  ///< and what they stand for
};

/// How the last of the words behind `newsarc` may go on: commands, options and their values, made
/// from what the commands declare. Only what begins as that word does is offered. Words that newsarc
/// would refuse are no error.
Offers complete(std::span<const std::string> words, const CompletionSource& source);

/// A shell that newsarc has completions for.
struct Shell {
    std::string_view name;
    std::string_view script;  ///< as embedded() names it
    bool quotes_stand;        ///< its script hands over words as they were typed, with their quotes
};

std::span<const Shell> shells();

}  // namespace newsarc::cli
