#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "text/likeness/shingles.hpp"

// How similar two articles are, told from 64 bytes of each: a hash for each of 64 classes of shingles
// (one permutation hashing: Li, Owen and Zhang, NIPS 2012), of which a byte is kept (b-bit minwise
// hashing: Li and König, WWW 2010).

namespace newsarc::text {

/// For each class of shingles the last byte of the smallest hash, never 0; 0 for a class of which
/// the article has none.
using Signature = std::array<std::uint8_t, 64>;

Signature signature(const Shingles& shingles);

/// The similarity of the articles, from 0 to 1, by their signatures: with a standard deviation of
/// at most .07, and .002 too much on average for articles that share nothing. Empty where both have too few
/// shingles to tell.
std::optional<double> estimated_similarity(const Signature& a, const Signature& b);

}  // namespace newsarc::text
