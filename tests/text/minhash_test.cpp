#include "text/likeness/shingles.hpp"

#include <cmath>
#include <string>

#include "support/catch.hpp"

using namespace newsarc;

namespace {

/// Words `from` to `to` of an endless text without repetition.
text::Shingles passage(int from, int to) {
    std::string body;
    for (int i = from; i < to; ++i)
        body += "w" + std::to_string(i) + " ";
    return text::shingles("", body);
}

double similarity(const text::Shingles& a, const text::Shingles& b) {
    return text::similarity(text::as_set(a), text::as_set(b));
}

double estimate(const text::Shingles& a, const text::Shingles& b) {
    return text::estimated_similarity(text::signature(a), text::signature(b)).value_or(-1);
}

}  // namespace

TEST_CASE("signatures tell about how similar two texts are") {
    const auto text = passage(0, 1000);
    CHECK(estimate(text, text) == 1);
    for (const int begin : {50, 100, 200, 300, 500, 700, 900, 1000}) {
        const auto other = passage(begin, begin + 1000);
        INFO("from word " << begin);
        CHECK(std::abs(estimate(text, other) - similarity(text, other)) < 0.2);
    }
}

TEST_CASE("the mean error of many estimates is small") {
    double error = 0;
    constexpr int pairs = 200;
    for (int i = 0; i < pairs; ++i) {
        const auto a = passage(i * 5000, i * 5000 + 400);
        const auto b = passage(i * 5000 + 100, i * 5000 + 500);
        error += estimate(a, b) - similarity(a, b);
    }
    CHECK(std::abs(error / pairs) < 0.02);
}

TEST_CASE("short texts are not judged by their signatures") {
    CHECK_FALSE(text::estimated_similarity(text::signature(passage(0, 20)), text::signature(passage(0, 20))));
    CHECK_FALSE(text::estimated_similarity({}, {}));
}
