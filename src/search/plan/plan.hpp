#pragma once

#include <newsarc/search.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/tree.hpp"
#include "search/plan/query_analyses.hpp"
#include "search/plan/term.hpp"
#include "search/plan/wildcards.hpp"
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
    bool counts = false;      ///< of a term: what holds it is the better for it, and not left out
    bool stop_word = false;   ///< of a term: matches too much to matter beside other words
    bool asking = false;      ///< of a term: puts a question, and tells nothing of what it is on
    bool ranks_only = false;  ///< of a term, a word of a phrase or a part of a word: orders what matches
    bool kin = false;         ///< of a term: matches as another form of a word, with Match::best alone
    int distance = 0;         ///< of near: words allowed between
    query::Node filter = {};  ///< of a filter
    std::vector<PlanNode> children = {};
};

struct Plan {
    std::vector<Term> terms;
    PlanNode root;
};

/// Makes the plan of a query. Words of a query in capitals throughout do not count as acronyms. Stop words
/// are left out where there are others, and but for Match::all so are the words that a long query asks with.
/// `wildcards` has the terms that those of the tree stand for.
Plan make_plan(const query::Node& tree, std::string_view query, Match how, const QueryAnalyses& analyses,
               const Wildcards& wildcards = {});

/// Whether it matters to the node where in an article its terms stand.
store::Positions wanted_positions(const PlanNode& node);

}  // namespace newsarc::search
