#include "search/show/matcher.hpp"

#include "support/catch.hpp"

#include <vector>

using namespace newsarc::search;

TEST_CASE("positions near each other") {
    struct Row {
        std::vector<std::vector<std::uint32_t>> positions;
        int distance;
        bool near;
    };
    const std::vector<Row> rows{
        {{{1}, {2}}, 0, true},      {{{1}, {3}}, 0, false},         {{{1}, {3}}, 1, true},
        {{{3}, {1}}, 1, true},      {{{1, 50}, {20, 52}}, 1, true}, {{{1, 50}, {20, 54}}, 1, false},
        {{{1}, {5}, {9}}, 6, true}, {{{1}, {5}, {9}}, 5, false},    {{{1}, {}}, 100, false},
    };
    for (const Row& row : rows) {
        std::vector<std::span<const std::uint32_t>> positions(row.positions.begin(), row.positions.end());
        INFO(Catch::Detail::stringify(row.positions) << " " << row.distance);
        CHECK(stand_near(positions, row.distance) == row.near);
    }
}

TEST_CASE("sets of articles") {
    DocSet a(200);
    DocSet b(200);
    for (const int id : {1, 64, 130, 199})
        a.insert(id);
    for (const int id : {64, 131, 199})
        b.insert(id);
    a.insert(-1);
    a.insert(200);
    CHECK(a.count() == 4);
    const auto list = [](const DocSet& set) {
        std::vector<std::uint32_t> ids;
        set.for_each([&](std::uint32_t id) { ids.push_back(id); });
        return ids;
    };
    DocSet both = a;
    both &= b;
    CHECK(list(both) == std::vector<std::uint32_t>{64, 199});
    DocSet any = a;
    any |= b;
    CHECK(list(any) == std::vector<std::uint32_t>{1, 64, 130, 131, 199});
    DocSet rest = a;
    rest -= b;
    CHECK(list(rest) == std::vector<std::uint32_t>{1, 130});
    CHECK(a.contains(130));
    CHECK_FALSE(a.contains(131));
    CHECK_FALSE(a.contains(1000));
}
