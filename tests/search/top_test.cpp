#include "search/top.hpp"

#include "support/catch.hpp"

using namespace newsarc::search;

TEST_CASE("the best come first, equal ones by date, then by id") {
    const std::vector<Scored> articles{{1, 0.5}, {2, 2.0}, {3, 1.0}, {4, 1.0}, {5, 1.0}, {6, 1.0}, {7, 0.1}};
    const auto published = [](std::uint32_t id) -> std::optional<std::int64_t> {
        if (id == 3) return std::nullopt;
        return id == 6 ? 200 : 100;
    };
    const auto ids = [&](std::size_t count) {
        std::vector<std::uint32_t> out;
        for (const Scored& each : top(articles, count, published))
            out.push_back(each.article);
        return out;
    };
    CHECK(ids(0).empty());
    CHECK(ids(1) == std::vector<std::uint32_t>{2});
    CHECK(ids(2) == std::vector<std::uint32_t>{2, 6});
    CHECK(ids(4) == std::vector<std::uint32_t>{2, 6, 4, 5});
    CHECK(ids(100) == std::vector<std::uint32_t>{2, 6, 4, 5, 3, 1, 7});
}
