#include "query/dates.hpp"

#include "support/catch.hpp"

#include <string>

using namespace newsarc::query;

namespace {

// 2025-03-20T10:30:00Z
constexpr std::int64_t now = 1742466600;

std::string read(const std::string& text) {
    const auto interval = parse_interval(text, now);
    return interval ? to_string(*interval) : "none";
}

}  // namespace

TEST_CASE("the times a query can name") {
    struct Row {
        std::string text, interval;
    };
    for (const auto& row : {
             Row{"2025", "2025-01-01..2025-12-31"},
             Row{"2025-02", "2025-02-01..2025-02-28"},
             Row{"2024-12", "2024-12-01..2024-12-31"},
             Row{"2025-01-21", "2025-01-21..2025-01-21"},
             Row{"2025-01..2025-03", "2025-01-01..2025-03-31"},
             Row{"2025-01..", "2025-01-01.."},
             Row{"..2025-03", "..2025-03-31"},
             Row{"1963..1964-02-29", "1963-01-01..1964-02-29"},
             Row{"9999", "9999-01-01..9999-12-31"},
             Row{"today", "2025-03-20..2025-03-20"},
             Row{"yesterday", "2025-03-19..2025-03-19"},
             Row{"12h", "2025-03-19T22:30:00Z..2025-03-20T10:30:00Z"},
             Row{"3d", "2025-03-17..2025-03-20T10:30:00Z"},
             Row{"2w", "2025-03-06..2025-03-20T10:30:00Z"},
             Row{"1m", "2025-02-20..2025-03-20T10:30:00Z"},
             Row{"13m", "2024-02-20..2025-03-20T10:30:00Z"},
             Row{"1y", "2024-03-20..2025-03-20T10:30:00Z"},
             Row{"9000y", "0001-01-20..2025-03-20T10:30:00Z"},
             Row{"2w..yesterday", "2025-03-06..2025-03-19"},
             Row{"..2w", "..2025-03-06"},
         }) {
        INFO(row.text);
        CHECK(read(row.text) == row.interval);
    }
}

TEST_CASE("what names no time") {
    for (const std::string text : {"", "..", "x", "2025-13", "2025-02-30", "tomorrow", "2q", "w", "-2w",
                                   "2025-01-21T10:00", "2025..x", "x..2025", "999999999999999999999d"}) {
        INFO(text);
        CHECK(read(text) == "none");
    }
}

TEST_CASE("without a present moment only dates are times") {
    CHECK(parse_interval("2025", std::nullopt));
    CHECK_FALSE(parse_interval("today", std::nullopt));
    CHECK_FALSE(parse_interval("2w", std::nullopt));
}

TEST_CASE("the last day of a month stands for a longer one before it") {
    // 2025-03-31T00:00:00Z
    const auto interval = parse_interval("1m", 1743379200);
    REQUIRE(interval);
    CHECK(to_string(*interval).starts_with("2025-02-28.."));
}
