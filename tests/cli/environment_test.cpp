#include "cli/environment.hpp"

#include <newsarc/date.hpp>
#include <newsarc/error.hpp>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;

TEST_CASE("the archive is the one that was named nearest") {
    Environment environment;
    environment.home = "/home/jane";
    CHECK(archive_path({}, environment) == "/home/jane/.local/share/newsarc/archive.db");
    environment.data_home = "/data";
    CHECK(archive_path({}, environment) == "/data/newsarc/archive.db");
    environment.archive = "mine.db";
    CHECK(archive_path({}, environment) == "mine.db");
    CHECK(archive_path("other.db", environment) == "other.db");
}

TEST_CASE("a relative XDG_DATA_HOME is ignored, as its specification says") {
    Environment environment;
    environment.home = "/home/jane";
    environment.data_home = "data";
    CHECK(archive_path({}, environment) == "/home/jane/.local/share/newsarc/archive.db");
}

TEST_CASE("without a home the error says how to name an archive") {
    try {
        archive_path({}, Environment{});
        FAIL("no error");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::usage);
        CHECK(error.hint().find("-A FILE") != std::string::npos);
    }
}

TEST_CASE("the clock reads as a moment in UTC") {
    const std::optional<DateTime> moment = from_iso(now());
    REQUIRE(moment.has_value());
    CHECK(moment->offset_minutes == 0);
    CHECK(moment->precision == Precision::second);
}

TEST_CASE("a locale is UTF-8 when its codeset is") {
    struct Row {
        std::optional<std::string> locale;
        bool utf8;
    };
    for (const Row& row :
         {Row{{}, false}, Row{"C", false}, Row{"POSIX", false}, Row{"en_GB", false},
          Row{"en_GB.ISO-8859-1", false}, Row{"de_DE@utf8", false}, Row{"C.UTF-8", true},
          Row{"en_GB.UTF-8", true}, Row{"en_GB.utf8", true}, Row{"ca_ES.UTF-8@valencia", true}}) {
        INFO(row.locale.value_or("none"));
        Environment environment;
        environment.locale = row.locale;
        CHECK(is_utf8(environment) == row.utf8);
    }
}
