#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/mistakes.hpp"
#include "query/tree.hpp"

// A query is text, then tokens (lexer.hpp), then a tree. One query at each stage:
//
//   text     taliban -drone (weapons OR arms) credit:NewsX
//   tokens   word minus word open word or_op word close field word
//   tree     (taliban -drone (or weapons arms) credit:NewsX)
//
// Operators bind in this order, tightest first: NEAR; `+ - NOT`; AND; OR; words side by side.

namespace newsarc::query {

/// Bounds on a query. What is beyond them is left out, with a note.
inline constexpr std::size_t max_query_bytes = std::size_t{64} * 1024;
inline constexpr std::size_t max_leaves = 1000;  ///< words, phrases and filters
inline constexpr int max_depth = 40;             ///< of parentheses

struct Query {
    Node tree;                       ///< a sequence; empty when the text holds nothing to look for
    bool everything = false;         ///< the query is `*`: every article
    std::vector<Mistake> mistakes;   ///< where a field or an operator was most likely meant
    std::vector<std::string> notes;  ///< what was taken otherwise than it looks, for a person; of these too

    friend bool operator==(const Query&, const Query&) = default;
};

/// Reads a query. No text is an error: what cannot be an operator where it stands is taken as
/// words. `now` is in Unix seconds and is what `today` and `2w` count from; without it they are
/// words. Time is linear in the query.
Query parse(std::string_view text, std::optional<std::int64_t> now = std::nullopt);

}  // namespace newsarc::query
