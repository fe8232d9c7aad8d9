#pragma once

#include <functional>
#include <span>
#include <vector>

#include "search/plan/term.hpp"

namespace newsarc::search {

/// The postings of each term, those of its spellings joined. See store::find_postings().
std::vector<store::Postings> look_up(const store::Connection& connection, std::span<const Term> terms,
                                     std::span<const text::Analysis> analyses, std::size_t most,
                                     store::Positions positions, const std::function<bool()>& stopped);

/// Joins two lists of postings; positions are put in order.
store::Postings join(const store::Postings& a, const store::Postings& b);

}  // namespace newsarc::search
