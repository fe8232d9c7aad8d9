#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/rank/ranking.hpp"
#include "search/rank/reading.hpp"
#include "search/rank/scorer.hpp"
#include "store/posting/postings.hpp"

namespace newsarc::search {

/// An article that words are taken from.
struct Example {
    std::uint32_t article = 0;
    double weight = 1;  ///< beside the others
};

/// A word that feedback adds to a query.
struct FeedbackWord {
    std::string stem;
    std::string word;     ///< one that the stem stands for, as it stood in an article
    double articles = 0;  ///< that hold it
    double weight = 0;    ///< of all these words together 1
};

/// The words that tell the given articles, best first, from the others, as docs/ranking.md describes. Common
/// words, stop words and numbers are left out. Heaviest first.
std::vector<FeedbackWord> choose_words(std::span<const Example> examples, Reading& reading,
                                       const Scorer& scorer, store::PostingReader& index,
                                       const Ranking& ranking);

}  // namespace newsarc::search
