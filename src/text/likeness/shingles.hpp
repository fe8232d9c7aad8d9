#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/unicode/words.hpp"

// How much two articles share, word for word: each is the set of all runs of four words in it
// (w-shingles: Broder, On the resemblance and containment of documents, 1997).

// How similar two articles are, told from 64 bytes of each: a hash for each of 64 classes of shingles
// (one permutation hashing: Li, Owen and Zhang, NIPS 2012), of which a byte is kept (b-bit minwise
// hashing: Li and König, WWW 2010).

namespace newsarc::text {

/// Words in a shingle.
inline constexpr std::size_t shingle_words = 4;

/// Texts with fewer shingles say too little to be compared.
inline constexpr std::size_t least_shingles = 12;

/// In texts of up to so many words one number can be all the news.
inline constexpr std::size_t short_text_words = 200;

/// Values in a sketch.
inline constexpr std::size_t sketch_size = 8;

/// The shingles of an article as they come, some of them more than once.
struct Shingles {
    std::vector<std::uint64_t> hashes;
    /// Of a short text, the hashes of its numbers as they come, those in words (`seven`) included.
    std::optional<std::vector<std::uint64_t>> numbers;
};

/// Case, accents and punctuation do not matter; no shingle reaches from headline into body. Each
/// character of a script without blanks counts as a word.
Shingles shingles(const TextWords& headline, const TextWords& body);
Shingles shingles(std::string_view headline, std::string_view body);

/// An article as a set of shingles.
struct ShingleSet {
    std::vector<std::uint64_t> hashes;  ///< ascending, each once
    std::optional<std::vector<std::uint64_t>> numbers;
};

/// Takes many times as long as sketch(): for the few articles that are compared.
ShingleSet as_set(Shingles shingles);

/// The articles' similarity, from 0 to 1: how many shingles are in both, of those in either
/// (the Jaccard index). 0 for texts with too few shingles, and for two short texts when each has
/// a number that the other has not at that place.
double similarity(const ShingleSet& a, const ShingleSet& b);

/// The few shingles that stand for an article where like ones are looked up: those with the
/// smallest hashes. Of two articles, each value of one is in the other's sketch about as often as
/// they are similar. Empty for a text with too few shingles.
std::vector<std::int32_t> sketch(const Shingles& shingles);

/// For each class of shingles the last byte of the smallest hash, never 0; 0 for a class of which
/// the article has none.
using Signature = std::array<std::uint8_t, 64>;

Signature signature(const Shingles& shingles);

/// The similarity of the articles, from 0 to 1, by their signatures: with a standard deviation of
/// at most .07, and .002 too much on average for articles that share nothing. Empty where both have too few
/// shingles to tell.
std::optional<double> estimated_similarity(const Signature& a, const Signature& b);

}  // namespace newsarc::text
