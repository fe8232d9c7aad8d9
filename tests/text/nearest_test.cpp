#include "text/wording.hpp"

#include <array>

#include "support/catch.hpp"

using namespace newsarc::text;

TEST_CASE("edit distance counts single edits and swaps") {
    struct Row {
        std::string a, b;
        std::size_t distance;
    };
    for (const auto& row : {Row{"", "", 0}, Row{"search", "search", 0}, Row{"serach", "search", 1},
                            Row{"sarch", "search", 1}, Row{"seaarch", "search", 1}, Row{"show", "shop", 1},
                            Row{"abc", "xyz", 3}, Row{"Zürich", "Zurich", 1}}) {
        INFO(row.a << " " << row.b);
        CHECK(edit_distance(row.a, row.b, 5) == row.distance);
        CHECK(edit_distance(row.b, row.a, 5) == row.distance);
    }
    CHECK(edit_distance("abcdef", "uvwxyz", 2) == 3);
    CHECK(edit_distance("a", "abcdef", 2) == 3);
}

TEST_CASE("the nearest candidate is found, and none that is far") {
    constexpr std::array<std::string_view, 3> commands{"add", "search", "show"};
    CHECK(nearest("serach", commands) == "search");
    CHECK(nearest("shwo", commands) == "show");
    CHECK(nearest("ad", commands) == "add");
    CHECK_FALSE(nearest("frobnicate", commands));
    CHECK_FALSE(nearest("", commands));
}
