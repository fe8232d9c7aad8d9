#pragma once

#include <span>

#include "search/plan/term.hpp"
#include "search/rank/ranking.hpp"
#include "search/rank/reading.hpp"
#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// Where two terms stand near each other in the given articles, as the postings of a word of its own: each
/// time `a` stands with `b` at most `window` words before or after it in the same part of an article.
/// Prefixes are near nothing. Positions are left empty. Time is linear in the texts.
store::Postings near_pairs(Reading& reading, std::span<const std::uint32_t> articles, const Term& a,
                           const Term& b, std::uint32_t window);

}  // namespace newsarc::search
