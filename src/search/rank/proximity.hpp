#pragma once

#include <cstdint>

#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// Where two words stand near each other, as the postings of a word of its own: each time one of
/// `a` stands with one of `b` at most `window` words before or after it in the same part of an
/// article. Positions are left empty. Time is linear in the postings.
store::Postings near_pairs(const store::Postings& a, const store::Postings& b, std::uint32_t window);

}  // namespace newsarc::search
