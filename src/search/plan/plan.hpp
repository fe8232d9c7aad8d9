#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/tree.hpp"
#include "search/plan/term.hpp"
#include "store/index/fulltext.hpp"

// What a query tree means to this index: which phrases to look up, and how the articles that hold
// them are put together. Pieces of text become words here, with the tokenizer of the index.

namespace newsarc::search {

/// A node over terms. `filter` keeps the query's own node.
struct PlanNode {
    enum class Kind { sequence, any_of, all_of, term, near, filter };

    Kind kind = Kind::sequence;
    query::Occur occur = query::Occur::optional;
    std::size_t term = 0;     ///< index into Plan::terms
    bool stop_word = false;   ///< of a term: matches too much to matter beside other words
    int distance = 0;         ///< of near: words allowed between
    query::Node filter = {};  ///< of a filter
    std::vector<PlanNode> children = {};
};

struct Plan {
    std::vector<Term> terms;
    PlanNode root;
};

/// Makes the plan of a query. Words of a query in capitals throughout do not count as acronyms.
Plan make_plan(const query::Node& tree, std::string_view query, const store::Tokenizer& tokenizer);

}  // namespace newsarc::search
