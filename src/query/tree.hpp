#pragma once

#include <optional>
#include <string>
#include <vector>

#include "query/dates.hpp"
#include "query/fields.hpp"

namespace newsarc::query {

enum class NodeKind {
    sequence,  ///< what stands side by side; how much of it must match is the request's choice
    any_of,    ///< OR
    all_of,    ///< AND
    word,      ///< one piece of text, not yet cut into the words of the index
    prefix,    ///< words that begin so
    wildcard,  ///< words that are like it: `*` stands for any letters or none, `?` for one
    phrase,    ///< words in this order, next to each other
    near,      ///< children (words, phrases) with at most `distance` words between them
    filter,    ///< a field other than headline and body; never counts for the score
};

/// What a node does to the group it stands in.
enum class Occur {
    optional,
    required,  ///< `+`, or a side of AND
    excluded,  ///< `-`, or NOT
};

/// One node of a query. Which members mean something depends on the kind.
struct Node {
    NodeKind kind = NodeKind::sequence;
    Occur occur = Occur::optional;
    std::optional<Field> field;  ///< of a filter; headline or body of words, phrases, prefixes
    std::string text;            ///< of a word, prefix, wildcard, phrase or filter
    std::string name;            ///< of a filter by `extra.NAME:`
    Interval interval;           ///< of a date filter
    int distance = 0;            ///< of near
    std::vector<Node> children;

    friend bool operator==(const Node&, const Node&) = default;
};

/// The tree on one line: groups in parentheses with what joins them first (`or`, `and`, `near/5`,
/// nothing for words side by side), leaves as one would type them, `+` and `-` before what is
/// required or excluded. An empty query gives `()`.
std::string to_string(const Node& node);

}  // namespace newsarc::query
