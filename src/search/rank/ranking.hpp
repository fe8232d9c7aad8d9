#pragma once

#include <cstddef>
#include <cstdint>

namespace newsarc::search {

/// The numbers that order the hits. docs/ranking.md says what each does and what it gains.
struct Ranking {
    // BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
    double k1 = 1.2;      ///< how soon a word that repeats stops counting more
    double b = 0.75;      ///< how much long articles are held back, 0 to 1
    double headline = 2;  ///< what a word in the headline counts, in words of the body

    // Neighbouring words of the query that stand near each other count as a word of their own.
    double pair_weight = 0.1;       ///< what such a pair counts beside its words
    std::uint32_t pair_window = 4;  ///< words from one to the other, at most

    // Relevance feedback: RM3 (Abdul-Jaleel and others, TREC 2004) with sharpened weights.
    std::size_t feedback_articles = 10;     ///< best of the first pass that words are taken from
    std::size_t feedback_words = 20;        ///< words taken
    double feedback_sharpness = 6;          ///< power of an article's share of the best score
    double feedback_share = 0.4;            ///< of the whole weight that these words get, 0 to 1
    double feedback_common = 0.1;           ///< words in more than this share of the articles are left out
    std::size_t feedback_postings = 25000;  ///< words in more articles than this are left out
};

}  // namespace newsarc::search
