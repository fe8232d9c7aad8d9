#pragma once

#include <newsarc/search.hpp>

#include <span>
#include <vector>

#include "search/plan/session.hpp"
#include "search/plan/term.hpp"
#include "search/rank/top.hpp"

namespace newsarc::search {

/// The ranked articles from `offset` on as hits, with the terms marked in headline and snippet.
std::vector<Hit> make_hits(Session& session, std::span<const Scored> ranked, std::size_t offset,
                           std::span<const Term> terms, bool snippets);

}  // namespace newsarc::search
