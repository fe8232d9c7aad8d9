#include "search/rank/proximity.hpp"

#include "support/catch.hpp"

using namespace newsarc::search;
using newsarc::store::body_offset;
using newsarc::store::Postings;

TEST_CASE("words near each other are counted by headline and body") {
    Postings a;
    a.articles = {{1, 1, 2, 0}, {2, 0, 1, 3}, {5, 1, 0, 4}, {9, 0, 1, 5}};
    a.positions = {3, body_offset + 10, body_offset + 50, body_offset, 0, body_offset + 7};
    Postings b;
    b.articles = {{1, 1, 2, 0}, {3, 0, 1, 3}, {5, 0, 1, 4}, {9, 0, 2, 5}};
    b.positions = {0,           body_offset + 13, body_offset + 60, body_offset + 1,
                   body_offset, body_offset,      body_offset + 11};
    const Postings near = near_pairs(a, b, 4);
    REQUIRE(near.articles.size() == 2);
    CHECK(near.articles[0].article == 1);
    CHECK(near.articles[0].in_headline == 1);
    CHECK(near.articles[0].in_body == 1);
    CHECK(near.articles[1].article == 9);
    CHECK(near.articles[1].in_body == 1);
    CHECK(near_pairs(a, b, 2).articles.empty());
    CHECK(near_pairs(a, {}, 4).articles.empty());
}
