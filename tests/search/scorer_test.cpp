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
    Scorer scorer(lengths, 0.6);
    CHECK(scorer.article_count() == 3);
    CHECK(scorer.mean_length() == Approx(store::decoded_lengths()[store::encode_length(100)]));
    CHECK(scorer.inverse_frequency(2) == Approx(std::log(1 + 1.5 / 2.5)));
    store::Postings postings;
    // Once in the body; once in its beginning and once in the headline.
    postings.articles = {{1, 2}, {2, 7}};
    scorer.add(postings.articles, 2, 1.2);
    CHECK(scorer.scores()[1] == Approx(2));
    CHECK(scorer.scores()[2] == Approx(2 * 2.2 * 3.5 / (3.5 + 1.2)));
    CHECK(scorer.scores()[3] == 0);
}

TEST_CASE("a short article is worth more than a long one") {
    const std::vector<std::uint8_t> lengths{0, store::encode_length(50), store::encode_length(500)};
    Scorer scorer(lengths, 0.6);
    store::Postings postings;
    postings.articles = {{1, 2}, {2, 2}};
    scorer.add(postings.articles, 1, 1.2);
    CHECK(scorer.scores()[1] > scorer.scores()[2]);
}
