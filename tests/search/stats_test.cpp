#include "search/show/stats.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

using Counts = std::vector<FacetCount>;

struct CountedArchive : SampleArchive {
    CountedArchive() {
        add("2025-01-21T23:30-05:00", "Harbour Wire", 100, "2026-01-01T00:00:00Z", "example.org");
        add("2025-01", "Harbour Wire", 20, "2026-03-01T00:00:00Z", "example.org");
        add("2024", "Island Gazette", 3, "2026-02-01T00:00:00Z", "example.com");
        add("", "Café Sport", 4, "2026-02-01T00:00:00Z", "");
    }

    void add(const std::string& published, const std::string& credit, std::int64_t words,
             const std::string& added, const std::string& host) {
        Article article;
        article.headline = "About " + credit;
        article.published = from_iso(published);
        article.credit = credit;
        article.words = words;
        article.added = added;
        article.language = "en";
        if (!host.empty()) {
            Link link;
            link.url = "https://" + host + "/";
            link.host = host;
            article.links = {link, link};
        }
        put(article);
    }
};

}  // namespace

TEST_CASE("an archive is counted") {
    const CountedArchive archive;
    const Stats stats = search::stats(archive.connection, {});
    CHECK(stats.articles == 4);
    CHECK(stats.words == 127);
    CHECK(stats.links == 6);
    CHECK(stats.dated == 3);
    CHECK(stats.without_month == 1);
    CHECK(to_iso(*stats.first_published) == "2024");
    CHECK(to_iso(*stats.last_published) == "2025-01-21T23:30-05:00");
    CHECK(stats.first_added == "2026-01-01T00:00:00Z");
    CHECK(stats.last_added == "2026-03-01T00:00:00Z");
    CHECK(stats.understood == "*");
    CHECK(stats.years == Counts{{"2024", 1}, {"2025", 2}});
    CHECK(stats.months == Counts{{"2025-01", 2}});
    REQUIRE(stats.fields.size() == 4);
    CHECK(stats.fields[0].field == FacetField::credit);
    CHECK(stats.fields[0].different == 3);
    CHECK(stats.fields[0].values == Counts{{"Harbour Wire", 2}, {"Café Sport", 1}, {"Island Gazette", 1}});
    CHECK(stats.fields[1].values == Counts{{"example.org", 2}, {"example.com", 1}});
    CHECK(stats.fields[2].values.empty());
    CHECK(stats.fields[3].values == Counts{{"en", 4}});
}

TEST_CASE("counting is narrowed by a query and a length of lists") {
    const CountedArchive archive;
    StatsRequest request{.query = "credit:harbour", .most = 1};
    const Stats harbour = search::stats(archive.connection, request);
    CHECK(harbour.articles == 2);
    CHECK(harbour.words == 120);
    CHECK(harbour.links == 4);
    CHECK(harbour.understood == "(credit:harbour)");
    CHECK(harbour.years == Counts{{"2025", 2}});
    request.query = "about";
    const Stats all = search::stats(archive.connection, request);
    CHECK(all.fields[0].different == 3);
    CHECK(all.fields[0].values == Counts{{"Harbour Wire", 2}});
    request.query = "zeppelin";
    const Stats none = search::stats(archive.connection, request);
    CHECK(none.articles == 0);
    CHECK(none.words == 0);
    CHECK_FALSE(none.first_published);
    CHECK_FALSE(none.last_added);
    CHECK(none.years.empty());
}

TEST_CASE("months of several offsets are counted once each") {
    SampleArchive archive;
    for (const char* moment : {"2025-01-01T01:00+10:00", "2024-12-31T20:00-05:00", "2025-01-01T02:00+10:00",
                               "2024-12-31T23:00Z"}) {
        Article article;
        article.headline = moment;
        article.published = from_iso(moment);
        archive.put(article);
    }
    const Stats stats = search::stats(archive.connection, {});
    CHECK(stats.months == Counts{{"2024-12", 2}, {"2025-01", 2}});
    CHECK(stats.years == Counts{{"2024", 2}, {"2025", 2}});
}
