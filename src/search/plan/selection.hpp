#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/tree.hpp"
#include "search/plan/doc_set.hpp"
#include "search/plan/session.hpp"
#include "search/plan/term.hpp"

namespace newsarc::search {

/// The articles that a query selects, where it does not rank them: those that hold every word.
struct Selection {
    DocSet articles;
    std::string understood;          ///< the query as it was read, printed back
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
    std::vector<Term> terms = {};    ///< that were looked for, to be marked in texts
};

/// Without a query every article is selected. `now` is in Unix seconds, as for query::parse(). Throws
/// Error(usage) with its place for a query that most likely means a field or an operator where it cannot be
/// read as one: taken as words it would select other articles.
Selection select(Session& session, const std::optional<std::string>& query, std::optional<std::int64_t> now);

/// The articles that a filter of a query lets through.
DocSet filtered(const Session& session, const query::Node& filter);

}  // namespace newsarc::search
