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
             Row{"2025-01 .. 2025-03", "2025-01-01..2025-03-31"},
             // 2025-03-20 was a Thursday.
             Row{"march", "2025-03-01..2025-03-31"},
             Row{"April", "2024-04-01..2024-04-30"},
             Row{"avril", "2024-04-01..2024-04-30"},
             Row{"März 2024", "2024-03-01..2024-03-31"},
             Row{"2024 march", "2024-03-01..2024-03-31"},
             Row{"14 march", "2025-03-14..2025-03-14"},
             Row{"Mar 21", "2024-03-21..2024-03-21"},
             Row{"29 February", "2024-02-29..2024-02-29"},
             Row{"March 14, 2025", "2025-03-14..2025-03-14"},
             Row{"14th of March 2025", "2025-03-14..2025-03-14"},
             Row{"14-Mar-2025", "2025-03-14..2025-03-14"},
             Row{"14/03/2025", "2025-03-14..2025-03-14"},
             Row{"03/14/2025", "2025-03-14..2025-03-14"},
             Row{"04/03/2025", "2025-03-04..2025-03-04"},
             Row{"14.3.2025", "2025-03-14..2025-03-14"},
             Row{"2025/3/14", "2025-03-14..2025-03-14"},
             Row{"03/2025", "2025-03-01..2025-03-31"},
             Row{"2025-3", "2025-03-01..2025-03-31"},
             Row{"monday", "2025-03-17..2025-03-17"},
             Row{"thursday", "2025-03-20..2025-03-20"},
             Row{"last thursday", "2025-03-13..2025-03-13"},
             Row{"this week", "2025-03-17..2025-03-23"},
             Row{"last week", "2025-03-10..2025-03-16"},
             Row{"last month", "2025-02-01..2025-02-28"},
             Row{"this year", "2025-01-01..2025-12-31"},
             Row{"Last Year", "2024-01-01..2024-12-31"},
             Row{"last march", "2025-03-01..2025-03-31"},
             Row{"3 days ago", "2025-03-17..2025-03-20T10:30:00Z"},
             Row{"last 2 weeks", "2025-03-06..2025-03-20T10:30:00Z"},
             Row{"1 month", "2025-02-20..2025-03-20T10:30:00Z"},
             Row{"march..yesterday", "2025-03-01..2025-03-19"},
             Row{"..3 days ago", "..2025-03-17"},
         }) {
        INFO(row.text);
        CHECK(read(row.text) == row.interval);
    }
}

TEST_CASE("what names no time") {
    for (const std::string text : {"",
                                   "..",
                                   "x",
                                   "2025-13",
                                   "2025-02-30",
                                   "tomorrow",
                                   "2q",
                                   "w",
                                   "-2w",
                                   "2025-01-21T10:00",
                                   "2025..x",
                                   "x..2025",
                                   "999999999999999999999d",
                                   "14 3 2025",
                                   "14/03.2025",
                                   "31/02/2025",
                                   "13/13/2025",
                                   "14/03/25",
                                   "14",
                                   "march march",
                                   "march 2025 x",
                                   "last",
                                   "last x",
                                   "last day",
                                   "30 february",
                                   "march 2025 2025",
                                   "week",
                                   "12345",
                                   "so",
                                   "5/",
                                   "/5",
                                   "+",
                                   "100001 days",
                                   "a long text of words that is no date and never ends at all"}) {
        INFO(text);
        CHECK(read(text) == "none");
    }
}

TEST_CASE("without a present moment only dates are times") {
    CHECK(parse_interval("2025", std::nullopt));
    CHECK_FALSE(parse_interval("today", std::nullopt));
    CHECK_FALSE(parse_interval("2w", std::nullopt));
    CHECK_FALSE(parse_interval("march", std::nullopt));
    CHECK(parse_interval("march 2025", std::nullopt));
}

TEST_CASE("the last day of a month stands for a longer one before it") {
    // 2025-03-31T00:00:00Z
    const auto interval = parse_interval("1m", 1743379200);
    REQUIRE(interval);
    CHECK(to_string(*interval).starts_with("2025-02-28.."));
}
