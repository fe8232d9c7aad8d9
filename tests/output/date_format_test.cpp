#include "output/date_format.hpp"

#include "support/catch.hpp"

using namespace newsarc;
using output::format_date;

TEST_CASE("dates are printed as a format says") {
    const DateTime moment = *from_iso("2025-01-21T14:05+02:00");
    CHECK(format_date(moment, "") == "2025-01-21T14:05+02:00");
    CHECK(format_date(moment, "%Y") == "2025");
    CHECK(format_date(moment, "%d.%m.%Y %H:%M:%S") == "21.01.2025 14:05:00");
    CHECK(format_date(moment, "100%% %q %") == "100% %q %");
}

TEST_CASE("what a date leaves open is not made up") {
    CHECK(format_date(*from_iso("2025"), "%Y-%m-%d %H") == "2025-00-00 00");
    CHECK(format_date(*from_iso("2025-03"), "%Y-%m-%d") == "2025-03-00");
    CHECK(format_date(*from_iso("2025-03-04"), "%Y-%m-%d %H") == "2025-03-04 00");
}
