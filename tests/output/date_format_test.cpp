#include "output/text/pattern.hpp"

#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using output::format_date;

TEST_CASE("dates are printed as a format says") {
    const DateTime moment = *from_iso("2025-01-21T14:05+02:00");
    CHECK(format_date(moment, "") == "2025-01-21T14:05+02:00");
    CHECK(format_date(moment, "%Y") == "2025");
    CHECK(format_date(moment, "%d.%m.%Y %H:%M:%S") == "21.01.2025 14:05:00");
    CHECK(format_date(moment, "100%%") == "100%");
    CHECK(format_date(moment, "%A %e %B, %a %b") == "Tuesday 21 January, Tue Jan");
    CHECK(format_date(*from_iso("2025-05-03"), "%e.%d") == "3.03");
}

TEST_CASE("what a date leaves open is not made up") {
    CHECK(format_date(*from_iso("2025"), "%Y-%m-%d %H") == "2025-00-00 00");
    CHECK(format_date(*from_iso("2025-03"), "%Y-%m-%d") == "2025-03-00");
    CHECK(format_date(*from_iso("2025-03"), "%B %A") == "March ");
    CHECK(format_date(*from_iso("2025"), "%b|%a|%e") == "||0");
    CHECK(format_date(*from_iso("2025-03-04"), "%Y-%m-%d %H") == "2025-03-04 00");
}

TEST_CASE("a format with a part that is not there is refused") {
    for (const char* good : {"", "plain", "%Y%m%d%e%H%M%S%B%b%A%a%%"})
        CHECK_NOTHROW(output::require_date_format(good));
    for (const char* bad : {"%Q", "%Y %", "%%%", "%-d"}) {
        INFO(bad);
        CHECK(test::code_of([&] { output::require_date_format(bad); }) == ErrorCode::usage);
    }
}

TEST_CASE("a person reads a date without the signs of ISO 8601") {
    struct Row {
        std::string iso, readable;
    };
    for (const Row& row : {
             Row{"2025", "2025"},
             Row{"2025-03", "2025-03"},
             Row{"2025-03-04", "2025-03-04"},
             Row{"2025-03-04T14:05", "2025-03-04 14:05"},
             Row{"2025-03-04T14:05Z", "2025-03-04 14:05 UTC"},
             Row{"2025-03-04T14:05:59Z", "2025-03-04 14:05 UTC"},
             Row{"2025-03-04T14:05:59", "2025-03-04 14:05"},
             Row{"2025-03-04T14:05-03:30", "2025-03-04 14:05 -03:30"},
             Row{"2025-03-04T14:05:59+02:00", "2025-03-04 14:05 +02:00"},
         }) {
        INFO(row.iso);
        CHECK(output::readable_date(*from_iso(row.iso)) == row.readable);
    }
}
