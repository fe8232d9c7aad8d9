#include "store/select/filters.hpp"

#include <SQLiteCpp/Database.h>

#include "store/sql/connection.hpp"
#include "store/sql/statement.hpp"
#include "support/catch.hpp"

#include <string>

using namespace newsarc::store;
using newsarc::query::Field;

TEST_CASE("values that a filter asks for") {
    struct Row {
        Field field;
        std::string wanted, value;
        bool fits;
    };
    for (const auto& row : {
             Row{Field::credit, "newsx", "NewsX", true},
             Row{Field::credit, "news", "NewsX", false},
             Row{Field::credit, "news*", "NewsX", true},
             Row{Field::credit, "daily", "The Daily News", true},
             Row{Field::credit, "daily news", "The Daily  News", true},
             Row{Field::credit, "ail", "The Daily News", false},
             Row{Field::credit, "Harbour  Post  & Sons", "Harbour \"Post\" & Sons", true},
             Row{Field::credit, "&", "Harbour & Sons", true},
             Row{Field::credit, "日报", "江岸日报", true},
             Row{Field::credit, "прав", "Правда", false},
             Row{Field::credit, "прав*", "Правда", true},
             Row{Field::byline, "jean philippe", "Jean-Philippe Corvo", true},
             Row{Field::byline, "jose", "José Díaz", true},
             Row{Field::byline, "roe", "Jane Roe and John Doe", true},
             Row{Field::credit, "lodz post", "ŁÓDŹ POST", true},
             Row{Field::credit, "aero", "Ærø Avis", true},
             Row{Field::byline, "سعيد احمد", "سعيد أحمد", true},
             Row{Field::byline, "श्रेया", "श्रया", false},
             Row{Field::place, "KABUL", "Kabul", true},
             Row{Field::url, "example.org/A", "https://example.org/a/b", true},
             Row{Field::url, "example.com", "https://example.org/a", false},
             Row{Field::path, "inbox", "news/inbox/a.txt", true},
             Row{Field::site, "example.org", "example.org", true},
             Row{Field::site, "example.org", "news.example.org", true},
             Row{Field::site, "example.org", "badexample.org", false},
             Row{Field::lang, "en", "en-GB", true},
             Row{Field::lang, "en", "eno", false},
             Row{Field::lang, "EN-gb", "en-GB", true},
             Row{Field::tag, "war", "War", true},
             Row{Field::tag, "war", "warsaw", false},
             Row{Field::tag, "war*", "warsaw", true},
             Row{Field::key, "a-1", "a-1", true},
             Row{Field::key, "a-1", "a-12", false},
         }) {
        INFO(row.wanted << " in " << row.value);
        CHECK(value_fits(row.field, row.wanted, row.value) == row.fits);
    }
}

TEST_CASE("what is asked of all articles does not read them") {
    // A scan of the table reads every body.
    const Connection connection("", Access::memory, std::chrono::milliseconds(0));
    for (const std::string query :
         {"SELECT id, words FROM article", "SELECT id FROM article WHERE headline_folded IS NOT NULL",
          "SELECT id FROM article WHERE dateline IS NOT NULL"}) {
        Statement plan(connection.database(), ("EXPLAIN QUERY PLAN " + query).c_str());
        REQUIRE(plan.step());
        INFO(query << ": " << plan.text(3));
        CHECK(plan.text(3).find("COVERING INDEX") != std::string::npos);
    }
}
