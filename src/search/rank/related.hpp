#pragma once

#include <newsarc/search.hpp>

#include "search/rank/ranking.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::search {

/// Finds articles like one that is there: its most telling words, weighed by how much of it they
/// are, make a query; the article itself is left out. Throws Error(not_found) for an unknown id.
SearchResult related(const store::Connection& connection, const RelatedRequest& request,
                     const Ranking& ranking = {});

}  // namespace newsarc::search
