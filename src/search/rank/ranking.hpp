#pragma once

#include <cstddef>
#include <cstdint>

namespace newsarc::search {

/// The numbers that order the hits. docs/ranking.md says what each does and what it gains. What a word counts
/// by its place in the article is in store/index/fulltext.hpp.
struct Ranking {
    // BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009).
    double k1 = 1.2;           ///< how soon a word that repeats stops counting more
    double b = 0.6;            ///< how much long articles are held back, 0 to 1
    double b_rise = 0.02;      ///< how much more for each word of the query beyond `b_words`
    double b_words = 5;        ///< so many are no long query
    double b_most = 0.75;      ///< to which that rises
    double burstiness = 0.25;  ///< how much a word counts more that comes again where it stands at all

    // Neighbouring words of the query that stand near each other count as a word of their own.
    double pair_weight = 0.1;        ///< what such a pair counts beside its words
    std::uint32_t pair_window = 4;   ///< words from one to the other, at most
    double pair_share = 0.05;        ///< of the articles with the rarer word, those taken to hold the pair
    std::size_t pair_articles = 20;  ///< best by their words, in which pairs are looked for

    // Letters that words have in common, in languages whose words change or grow together.
    double run_weight = 1;          ///< what all runs of letters of a word count beside it
    std::size_t run_articles = 50;  ///< best by words and pairs, in which runs are looked for

    // Relevance feedback: words of the best articles, after RM3 (Abdul-Jaleel and others, TREC 2004).
    std::size_t feedback_articles = 16;  ///< best so far that words are taken from
    double feedback_likeness = 0.5;      ///< share of equal words from which two of them count as one
    double feedback_sharpness = 11;   ///< how much more the best count, the more of the query the first has
    double feedback_telling = 3;      ///< what a query has to tell to name one article, in ln(articles)
    double feedback_least = 0.02;     ///< what an article must weigh beside the first to be an example
    double feedback_alone = 0.001;    ///< the first is all that is asked for where the next weighs less
    std::size_t feedback_words = 40;  ///< words taken
    double feedback_common = 0.2;     ///< words in more than this share of the articles are left out
    std::size_t feedback_postings = 10000;  ///< words in more articles than this are left out
    double feedback_weight = 3;             ///< of all these words beside the query's
    double feedback_k1 = 2;                 ///< k1 of these words
};

}  // namespace newsarc::search
