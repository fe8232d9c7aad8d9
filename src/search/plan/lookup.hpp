#pragma once

#include <span>
#include <vector>

#include "search/plan/session.hpp"
#include "search/plan/term.hpp"

namespace newsarc::search {

/// The postings of each term, those of its spellings joined. Of words alone, whose places are not wanted,
/// they come from newsarc's own index; all else is asked of FTS5.
std::vector<store::Postings> look_up(Session& session, std::span<const Term> terms,
                                     store::Positions positions);

/// Joins two lists of postings; positions are put in order.
store::Postings join(const store::Postings& a, const store::Postings& b);

}  // namespace newsarc::search
