#pragma once

#include <span>
#include <string>
#include <vector>

#include "search/rank/ranking.hpp"
#include "store/index/found.hpp"
#include "store/index/fulltext.hpp"
#include "store/index/vocabulary.hpp"

namespace newsarc::search {

/// An article of the first pass, and what its words count.
struct Model {
    std::int64_t article = 0;
    double weight = 0;
};

/// A word that feedback adds to a query.
struct FeedbackWord {
    std::string stem;
    std::string word;   ///< one that the stem stands for, as it stood in an article
    double weight = 0;  ///< of all these words together 1
};

/// The words that tell the given articles from the others: each weighs its share of an article's
/// words times the article's weight. Common words and stop words are left out. Heaviest first.
std::vector<FeedbackWord> choose_words(std::span<const Model> models, store::FoundReader& reader,
                                       const store::Tokenizer& tokenizer, store::CommonWords& common,
                                       const Ranking& ranking);

}  // namespace newsarc::search
