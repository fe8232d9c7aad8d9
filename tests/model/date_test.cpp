#include <newsarc/date.hpp>

#include "support/catch.hpp"

#include <string>

using namespace newsarc;

TEST_CASE("ISO dates are read and printed back") {
    for (const std::string text : {"2025", "2025-01", "2025-01-21", "2025-01-21T14:05", "2025-01-21T14:05:09",
                                   "2025-01-21T14:05Z", "2025-01-21T14:05:09+02:00",
                                   "2025-01-21T14:05:09-09:30", "0001-01-01", "9999-12-31", "2024-02-29"}) {
        const auto moment = from_iso(text);
        INFO(text);
        REQUIRE(moment);
        CHECK(to_iso(*moment) == text);
    }
}

TEST_CASE("other spellings of an ISO date are read") {
    struct Row {
        std::string text, iso;
    };
    for (const auto& row :
         {Row{"2025-01-21 14:05", "2025-01-21T14:05"}, Row{"2025-01-21t14:05z", "2025-01-21T14:05Z"},
          Row{"2025-01-21T14:05:09.123Z", "2025-01-21T14:05:09Z"},
          Row{"2025-01-21T14:05+0200", "2025-01-21T14:05+02:00"}}) {
        const auto moment = from_iso(row.text);
        INFO(row.text);
        REQUIRE(moment);
        CHECK(to_iso(*moment) == row.iso);
    }
}

TEST_CASE("what is no ISO date is not read") {
    for (const std::string text :
         {"", "2", "20250121", "2025-1-21", "2025-13", "2025-00-10", "2025-02-29", "2025-01-32",
          "2025-01-21T", "2025-01-21T25:00", "2025-01-21T14:60", "2025-01-21T14:05+25:00",
          "2025-01-21T14:05+2", " 2025", "2025-01-21x", "0000-01-01", "-2025-01-21", "2025-01-21T14:05:61"}) {
        INFO(text);
        CHECK_FALSE(from_iso(text));
    }
}

TEST_CASE("moments convert to Unix seconds and back") {
    CHECK(to_unix_seconds(*from_iso("1970-01-01")) == 0);
    CHECK(to_unix_seconds(*from_iso("2025-01-21T14:05:09Z")) == 1737468309);
    CHECK(to_unix_seconds(*from_iso("2025-01-21T14:05:09+02:00")) == 1737468309 - 7200);
    CHECK(to_unix_seconds(*from_iso("1963-11-22")) == -192844800);
    CHECK(to_iso(from_unix_seconds(1737468309)) == "2025-01-21T14:05:09Z");
    CHECK(to_iso(from_unix_seconds(-1)) == "1969-12-31T23:59:59Z");
}

TEST_CASE("an offset belongs to a time of day") {
    DateTime moment{.year = 2025, .month = 1, .day = 21};
    CHECK(is_valid(moment));
    moment.offset_minutes = 60;
    CHECK_FALSE(is_valid(moment));
}
