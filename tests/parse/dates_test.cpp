#include "parse/date/dates.hpp"
#include "parse/date/date_order.hpp"
#include "parse/date/relative_date.hpp"

#include "support/catch.hpp"

#include <string>
#include <string_view>
#include <vector>

using namespace newsarc;
using parsing::read_date;

namespace {

std::string iso(std::string_view text) {
    const auto found = read_date(text);
    return found ? to_iso(found->moment) : "none";
}

}  // namespace

TEST_CASE("dates in the forms of news text") {
    struct Row {
        const char* text;
        const char* iso;
    };
    const Row rows[] = {
        {"2025-01-21", "2025-01-21"},
        {"2025/01/21", "2025-01-21"},
        {"2025-01-21T14:05:09+02:00", "2025-01-21T14:05:09+02:00"},
        {"2025-01-21 14:05", "2025-01-21T14:05"},
        {"2025-01-21T14:05:00.123Z", "2025-01-21T14:05:00Z"},
        {"January 21, 2025", "2025-01-21"},
        {"Jan. 21 2025", "2025-01-21"},
        {"JANUARY 21ST, 2025", "2025-01-21"},
        {"21 Jan 2025", "2025-01-21"},
        {"21st of January, 2025", "2025-01-21"},
        {"21-Jan-2025", "2025-01-21"},
        {"Tuesday, January 21, 2025", "2025-01-21"},
        {"Tue 21 Jan 2025 06.00 GMT", "2025-01-21T06:00Z"},
        {"January 21, 2025 Tuesday", "2025-01-21"},
        {"5 March 2025 at 14:05 GMT", "2025-03-05T14:05Z"},
        {"Jan 21, 2025, 2:05 p.m. EST", "2025-01-21T14:05-05:00"},
        {"Jan 21, 2025 12:05 AM", "2025-01-21T00:05"},
        {"Jan 21, 2025 / 10:22 AM CST", "2025-01-21T10:22-06:00"},
        {"Jan 21, 2025 – 2:05pm", "2025-01-21T14:05"},
        {"Jan 21, 2025 7 pm IST", "2025-01-21T19:00+05:30"},
        {"Jan 21, 2025 1405 GMT", "2025-01-21T14:05Z"},
        {"Jan 21, 2025 14:05 UTC+5:30", "2025-01-21T14:05+05:30"},
        {"Jan 21, 2025 14:05 -0800", "2025-01-21T14:05-08:00"},
        {"Jan 21, 2025 2:05 PM ET", "2025-01-21T14:05"},
        {"10:30 AM EST, Tue January 21, 2025", "2025-01-21T10:30-05:00"},
        {"14:05, 21 January 2025", "2025-01-21T14:05"},
        {"21.01.2025", "2025-01-21"},
        {"1.2.2025", "2025-02-01"},
        {"21/01/2025", "2025-01-21"},
        {"01/21/2025", "2025-01-21"},
        {"07/02/2025", "2025-02-07"},
        {"3/3/87", "1987-03-03"},
        {"March 2025", "2025-03"},
        {"29 February 2024", "2024-02-29"},
        {"21 de enero de 2025", "2025-01-21"},
        {"le 14 juin 2025", "none"},
        {"14 juin 2025 à 18 h 20", "2025-06-14T18:20"},
        {"1er août 2025 à 6h", "2025-08-01T06:00"},
        {"21. Januar 2025, 14.05 Uhr", "2025-01-21T14:05"},
        {"3 أبريل 2025", "2025-04-03"},
        {"18 मार्च 2025", "2025-03-18"},
        {"١٨ مارس ٢٠٢٥", "2025-03-18"},
        {"2025年1月21日", "2025-01-21"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(iso(row.text) == row.iso);
    }
}

TEST_CASE("what is no date") {
    for (const char* text : {
             "",
             "2025",
             "2025 budget passes",
             "21 January",
             "January",
             "30 February 2025",
             "29 February 2025",
             "21/21/2025",
             "2025-13-01",
             "12-10",
             "Marching 21, 2025",
             "January 210, 2025",
             "January 21, 20255",
             "14:05",
             "3 hours ago",
             "20,000 leagues",
         }) {
        INFO(text);
        CHECK_FALSE(read_date(text));
    }
}

TEST_CASE("a date takes no more of the text than itself") {
    struct Row {
        const char* text;
        std::size_t length;
    };
    const Row rows[] = {
        {"January 21, 2025 and more", 16},
        {"21 Jan 2025, 14:05 GMT | Updated", 22},
        {"January 21, 2025 14 people", 16},
        {"Jan 21, 2025 - 21 people", 12},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto found = read_date(row.text);
        REQUIRE(found);
        CHECK(found->length == row.length);
    }
}

TEST_CASE("a date is ambiguous when either number may be the month") {
    CHECK(read_date("07/02/2025")->ambiguous);
    CHECK(read_date("7-2-2025")->ambiguous);
    CHECK_FALSE(read_date("21/02/2025")->ambiguous);
    CHECK_FALSE(read_date("02/21/2025")->ambiguous);
    CHECK_FALSE(read_date("03/03/2025")->ambiguous);
    CHECK_FALSE(read_date("07.02.2025")->ambiguous);
    CHECK_FALSE(read_date("2025/02/07")->ambiguous);
}

TEST_CASE("sites that an article links to tell the order of its numbers when they agree") {
    const std::vector<parsing::DateFound> dates{*read_date("07/02/2025")};
    using Hosts = std::vector<std::string_view>;
    const auto order = [&](const Hosts& hosts) {
        return parsing::order_told(dates, "en", "The Times", hosts);
    };
    CHECK(order({"coast.example.co.uk", "example.com"}) == DateOrder::day_first);
    CHECK(order({"example.gov"}) == DateOrder::month_first);
    CHECK_FALSE(order({"example.gov", "example.co.uk"}));
    CHECK_FALSE(order({"example.com"}));
}

TEST_CASE("a day may lack its year where that is asked for") {
    const auto day = parsing::read_day("Jan. 21 (Reuters)");
    REQUIRE(day);
    CHECK_FALSE(day->has_year);
    CHECK(day->moment.month == 1);
    CHECK(day->moment.day == 21);
    CHECK(day->length == 7);
    // A number that opens the story is no year of the date before it.
    CHECK(parsing::read_day("March 3 - The 1987 outlook")->length == 7);
    CHECK(parsing::read_day("5 March 2025")->has_year);
}

TEST_CASE("dates that only the writer's clock could tell") {
    CHECK(parsing::relative_date_length("3 hours ago") == 11);
    CHECK(parsing::relative_date_length("an hour ago | more") == 11);
    CHECK(parsing::relative_date_length("2 days 5 hours ago") == 18);
    CHECK(parsing::relative_date_length("Yesterday") == 9);
    CHECK(parsing::relative_date_length("hace 3 horas") == 12);
    CHECK(parsing::relative_date_length("il y a 2 heures") == 15);
    CHECK(parsing::relative_date_length("about 2 hours, 5 minutes ago") == 28);
    CHECK(parsing::relative_date_length("5h ago") == 6);
    CHECK(parsing::relative_date_length("today at 12:19") == 14);
    CHECK(parsing::relative_date_length("vor drei Jahren") == 0);
    CHECK(parsing::relative_date_length("for 3 hours") == 0);
    CHECK(parsing::relative_date_length("Heuteabend") == 0);
    for (const std::string whole : {"vor 3 Stunden",
                                    "vor einer Stunde",
                                    "gestern",
                                    "heute um 12:19 Uhr",
                                    "gerade eben",
                                    "aujourd'hui à 12h19",
                                    "aujourd’hui",
                                    "il y a 2 heures et 5 minutes",
                                    "hace un día",
                                    "há 5 minutos",
                                    "3 dias atrás",
                                    "un'ora fa",
                                    "3 ore fa",
                                    "2 uur geleden",
                                    "för 2 timmar sedan",
                                    "i dag",
                                    "i går kl. 12:19",
                                    "for 3 dager siden",
                                    "2 tuntia sitten",
                                    "2 godziny temu",
                                    "wczoraj, 14:05",
                                    "před 3 hodinami",
                                    "3 órája",
                                    "2 saat önce",
                                    "5 минут назад",
                                    "сегодня в 14:05",
                                    "2 години тому",
                                    "πριν από 2 ώρες",
                                    "acum 3 ore",
                                    "3 ore în urmă",
                                    "prije 2 sata",
                                    "2 jam yang lalu",
                                    "kemarin",
                                    "3 giờ trước",
                                    "3小时前",
                                    "3 小时前",
                                    "昨天",
                                    "5分前",
                                    "3시간 전",
                                    "어제",
                                    "3 ชั่วโมงที่แล้ว",
                                    "قبل 3 ساعات"}) {
        INFO(whole);
        CHECK(parsing::relative_date_length(whole) == whole.size());
    }
    CHECK(parsing::relative_date_length("RECENT DEMAND UP 2.1 PCT FROM YEAR AGO") == 0);
    CHECK(parsing::relative_date_length("yesterdays") == 0);
    CHECK(parsing::relative_date_length("3 people") == 0);
}

TEST_CASE("dates in many languages") {
    struct Row {
        const char* text;
        const char* iso;
    };
    const Row rows[] = {
        {"21 stycznia 2025", "2025-01-21"},
        {"wtorek, 21 stycznia 2025 14:05", "2025-01-21T14:05"},
        {"21 січня 2025", "2025-01-21"},
        {"21. ledna 2025", "2025-01-21"},
        {"21. januára 2025", "2025-01-21"},
        {"21.1.2025 klo 14.05", "2025-01-21T14:05"},
        {"tiistai 21. tammikuuta 2025", "2025-01-21"},
        {"2025. január 21.", "2025-01-21"},
        {"2025. 01. 21. 14:05", "2025-01-21T14:05"},
        {"tisdag 21 januari 2025 kl. 14.05", "2025-01-21T14:05"},
        {"21. maj 2025", "2025-05-21"},
        {"21. desember 2025", "2025-12-21"},
        {"21. nóvember 2025", "2025-11-21"},
        {"21 Ιανουαρίου 2025", "2025-01-21"},
        {"21 Ocak 2025 Salı, 14:05", "2025-01-21T14:05"},
        {"Selasa, 21 Januari 2025", "2025-01-21"},
        {"Thứ Ba, 21/1/2025 14:05", "2025-01-21T14:05"},
        {"ngày 21 tháng 1 năm 2025", "none"},
        {"21 tháng 1 năm 2025", "2025-01-21"},
        {"21 كانون الثاني 2025", "2025-01-21"},
        {"٢١ يناير ٢٠٢٥", "2025-01-21"},
        {"मंगलवार, 21 जनवरी 2025", "2025-01-21"},
        {"২১ জানুয়ারি ২০২৫", "2025-01-21"},
        {"21 มกราคม 2568", "2025-01-21"},
        {"2025年1月21日（火）14時05分", "2025-01-21T14:05"},
        {"2025年1月21日 午後2時5分", "2025-01-21T14:05"},
        {"2025년 1월 21일 오후 2:05", "2025-01-21T14:05"},
        {"2025. 1. 21. 14:05", "2025-01-21T14:05"},
        {"21 ianuarie 2025", "2025-01-21"},
        {"21 януари 2025", "2025-01-21"},
        {"21. siječnja 2025", "2025-01-21"},
        {"21. јануара 2025", "2025-01-21"},
        {"21. listopada 2025", "2025-10-21"},
        {"21 listopada 2025", "2025-11-21"},
        {"21 בינואר 2025", "2025-01-21"},
        {"۱ بهمن ۱۴۰۳", "2025-01-20"},
        {"۱ فروردین ۱۴۰۴", "2025-03-21"},
        {"21 Januari 2025", "2025-01-21"},
        {"21 de gener de 2025", "2025-01-21"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        CHECK(iso(row.text) == row.iso);
    }
}

TEST_CASE("a weekday or a zone tells day from month") {
    struct Row {
        const char* text;
        const char* iso;
        bool ambiguous;
    };
    const Row rows[] = {
        {"04/03/2025", "2025-03-04", true},
        {"Tuesday, 04/03/2025", "2025-03-04", false},
        {"Thursday, 04/03/2025", "2025-04-03", false},
        {"04/03/2025 Thursday", "2025-04-03", false},
        {"Monday, 04/03/2025", "2025-03-04", true},  // neither
        {"04/03/2025 2:05 PM EST", "2025-04-03T14:05-05:00", false},
        {"04/03/2025 14:05 CET", "2025-03-04T14:05+01:00", false},
        {"04/03/2025 14:05 GMT", "2025-03-04T14:05Z", true},
        {"2:05 PM ET 04/03/2025", "2025-04-03T14:05", false},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        const auto found = read_date(row.text);
        REQUIRE(found);
        CHECK(to_iso(found->moment) == row.iso);
        CHECK(found->ambiguous == row.ambiguous);
    }
}
