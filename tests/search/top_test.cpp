#include "search/rank/top.hpp"

#include "support/catch.hpp"

using namespace newsarc::search;

TEST_CASE("the best come first, equal ones by date, then by id") {
    const std::vector<float> scores{9, 0.5F, 2, 1, 1, 1, 1, 0.1F, 9};
    DocSet articles(scores.size());
    for (int id = 1; id <= 7; ++id)
        articles.insert(id);
    const auto published = [](std::uint32_t id) -> std::optional<std::int64_t> {
        if (id == 3) return std::nullopt;
        return id == 6 ? 200 : 100;
    };
    const auto ids = [&](std::size_t count) {
        std::vector<std::uint32_t> out;
        for (const Scored& each : top(articles, scores, count, published))
            out.push_back(each.article);
        return out;
    };
    CHECK(ids(0).empty());
    CHECK(ids(1) == std::vector<std::uint32_t>{2});
    CHECK(ids(2) == std::vector<std::uint32_t>{2, 6});
    CHECK(ids(4) == std::vector<std::uint32_t>{2, 6, 4, 5});
    CHECK(ids(100) == std::vector<std::uint32_t>{2, 6, 4, 5, 3, 1, 7});
}
