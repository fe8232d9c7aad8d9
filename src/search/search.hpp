#pragma once

#include <newsarc/article.hpp>
#include <newsarc/search.hpp>

#include "search/rank/ranking.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::search {

/// Runs a search on an archive. See Archive::search().
SearchResult run(const store::Connection& connection, const SearchRequest& request,
                 const Ranking& ranking = {});

/// See Archive::marks().
ArticleMarks marks(const store::Connection& connection, const Article& article, const MatchRequest& request);

}  // namespace newsarc::search
