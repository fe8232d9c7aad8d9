#include "search/rank/scorer.hpp"

#include "store/index/lengths.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace newsarc;
using namespace newsarc::search;

TEST_CASE("scores are those of BM25") {
    // Three articles of equal length, so that the length factor is k1.
    const std::vector<std::uint8_t> lengths{0, store::encode_length(100), store::encode_length(100),
                                            store::encode_length(100)};
    Ranking ranking;
    ranking.headline = 2;
    Scorer scorer(lengths, ranking);
    CHECK(scorer.article_count() == 3);
    store::Postings postings;
    postings.articles = {{1, 0, 1, 0}, {2, 1, 1, 1}};
    scorer.add(postings, 2);
    const double idf = std::log(1 + 1.5 / 2.5);
    CHECK(scorer.inverse_frequency(2) == Approx(idf));
    CHECK(scorer.scores()[1] == Approx(2 * idf));
    CHECK(scorer.scores()[2] == Approx(2 * idf * 2.2 * 3 / (3 + 1.2)));
    CHECK(scorer.scores()[3] == 0);
}

TEST_CASE("a short article is worth more than a long one") {
    const std::vector<std::uint8_t> lengths{0, store::encode_length(50), store::encode_length(500)};
    Scorer scorer(lengths, {});
    store::Postings postings;
    postings.articles = {{1, 0, 1, 0}, {2, 0, 1, 1}};
    scorer.add(postings, 1);
    CHECK(scorer.scores()[1] > scorer.scores()[2]);
}
