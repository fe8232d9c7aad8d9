#include "search/search.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace newsarc;

namespace {

/// Each article as credit, published, language, tags.
struct DatedArchive : SampleArchive {
    DatedArchive() {
        add("NewsX", "2025-01-21", "en", {"war", "asia"});
        add("NewsX", "2025-01-05", "en", {"war"});
        add("Daily", "2024-12-31T23:30:00-05:00", "de", {});
        add("", "2023", "en", {"asia"});
        add("Daily", "", "en", {});
    }

    void add(const std::string& credit, const std::string& published, const std::string& language,
             const std::vector<std::string>& tags) {
        Article article;
        article.headline = "Weapons";
        article.body = "Text of the article.";
        if (!credit.empty()) article.credit = credit;
        article.published = from_iso(published);
        article.language = language;
        article.tags = tags;
        for (const char* host : {"a.org", "a.org", "b.org"}) {
            Link link;
            link.url = std::string("https://") + host;
            link.host = host;
            article.links.push_back(link);
        }
        put(article);
    }
};

std::vector<std::int64_t> ids(const SearchResult& result) {
    std::vector<std::int64_t> out;
    for (const Hit& hit : result.hits)
        out.push_back(hit.id);
    return out;
}

}  // namespace

TEST_CASE("the articles found are counted by what they have") {
    const DatedArchive archive;
    struct Row {
        std::string query;
        FacetField field;
        std::string counts;
    };
    for (const Row& row : {
             Row{"weapons", FacetField::credit, "Daily 2, NewsX 2"},
             Row{"weapons", FacetField::tag, "asia 2, war 2"},
             Row{"weapons", FacetField::lang, "en 4, de 1"},
             Row{"weapons", FacetField::site, "a.org 5, b.org 5"},
             Row{"weapons", FacetField::year, "2025 2, 2023 1, 2024 1"},
             Row{"weapons", FacetField::month, "2025-01 2, 2024-12 1"},
             Row{"weapons", FacetField::byline, ""},
             Row{"weapons", FacetField::place, ""},
             Row{"tag:war", FacetField::credit, "NewsX 2"},
             Row{"absent", FacetField::credit, ""},
         }) {
        const auto result = search::run(archive.connection, {.query = row.query, .facets = {row.field}});
        std::string counts;
        for (const FacetCount& each : result.facets.at(0).values) {
            counts += (counts.empty() ? "" : ", ") + each.value + " " + std::to_string(each.count);
        }
        INFO(row.query << " by " << to_string(row.field));
        CHECK(counts == row.counts);
        CHECK(facet_field_from_string(to_string(row.field)) == row.field);
    }
    CHECK_FALSE(facet_field_from_string("x"));
}

TEST_CASE("only the most frequent values are returned") {
    const DatedArchive archive;
    const auto result = search::run(archive.connection,
                                    {.query = "weapons", .facets = {FacetField::lang}, .facet_values = 1});
    REQUIRE(result.facets[0].values.size() == 1);
    CHECK(result.facets[0].values[0].value == "en");
    CHECK(result.facets[0].left_out > 0);
    CHECK(result.facets[0].without == 0);
}

TEST_CASE("articles in the order of their dates") {
    const DatedArchive archive;
    const auto in_order = [&](const std::string& query, Sort sort, std::size_t limit = 10,
                              std::size_t offset = 0) {
        return ids(search::run(archive.connection,
                               {.query = query, .limit = limit, .offset = offset, .sort = sort}));
    };
    using Ids = std::vector<std::int64_t>;
    CHECK(in_order("weapons", Sort::newest) == Ids{1, 2, 3, 4, 5});
    CHECK(in_order("weapons", Sort::oldest) == Ids{4, 3, 2, 1, 5});
    CHECK(in_order("weapons", Sort::added) == Ids{5, 4, 3, 2, 1});
    CHECK(in_order("weapons", Sort::newest, 2, 1) == Ids{2, 3});
    CHECK(in_order("weapons tag:asia", Sort::oldest) == Ids{4, 1});
    CHECK(in_order("weapons absent", Sort::newest).empty());
    CHECK(in_order("tag:asia", Sort::relevance) == Ids{1, 4});
    // Equal scores: newest first.
    CHECK(in_order("weapons", Sort::relevance) == Ids{1, 2, 3, 4, 5});
}

TEST_CASE("recent articles can be favoured") {
    SampleArchive archive;
    Article article;
    article.headline = "Weapons weapons";
    article.body = "Weapons.";
    article.published = from_iso("2020-01-01");
    const auto old = archive.put(article);
    article.headline = "Weapons and more";
    article.body = "Some other things as well.";
    article.published = from_iso("2025-03-19");
    const auto recent = archive.put(article);
    SearchRequest request{.query = "weapons", .now = 1742466600};  // 2025-03-20
    CHECK(ids(search::run(archive.connection, request)) == std::vector{old, recent});
    request.recent_days = 30;
    CHECK(ids(search::run(archive.connection, request)) == std::vector{recent, old});
}

TEST_CASE("a search explains itself") {
    const DatedArchive archive;
    const auto result =
        search::run(archive.connection, {.query = "weapons -drones", .feedback = false, .explain = true});
    REQUIRE(result.explanation);
    REQUIRE(result.explanation->words.size() == 2);
    CHECK(result.explanation->words[0].text == "weapons");
    CHECK(result.explanation->words[0].stem == "weapon");
    CHECK(result.explanation->words[0].articles == 5);
    CHECK(result.explanation->words[0].weight == 1);
    CHECK(result.explanation->words[1].weight == 0);
    CHECK_FALSE(result.explanation->steps.empty());
    CHECK_FALSE(search::run(archive.connection, {.query = "weapons"}).explanation);
}

TEST_CASE("spellings that differ in case and accents are one value, shown as most often written") {
    SampleArchive archive;
    const auto add = [&](const std::string& credit, const std::string& byline,
                         const std::vector<std::string>& tags, const std::vector<Author>& authors = {}) {
        Article article;
        article.headline = "Weapons";
        article.credit = credit;
        article.byline = byline;
        article.tags = tags;
        article.authors = authors;
        archive.put(article);
    };
    add("HARBOUR TIMES", "ANA RUÍZ", {"War", "war"});
    add("Harbour Times", "Ana Ruiz and Jon Nehr", {"war"});
    add("ŁÓDŹ POST", "", {});
    add("Łódź Post", "", {});
    add("Lodz Post", "", {});
    add("Łódź Post", "", {});
    add("The Ledger", "Jon Nehr for Wavepress, Ana Ruiz", {"WAR"},
        {{"Jon Nehr", {}, {}, "Wavepress"}, {"Ana Ruiz", {}, {}, {}}});
    const auto counts = [&](FacetField field) {
        std::string out;
        const SearchResult result = search::run(archive.connection, {.query = "weapons", .facets = {field}});
        for (const FacetCount& each : result.facets.at(0).values)
            out += (out.empty() ? "" : ", ") + each.value + " " + std::to_string(each.count);
        return out;
    };
    CHECK(counts(FacetField::credit) == "Łódź Post 4, Harbour Times 2, The Ledger 1");
    CHECK(counts(FacetField::byline) == "Ana Ruiz 3, Jon Nehr 2");
    CHECK(counts(FacetField::tag) == "war 3");
    for (const auto& [query, found] : {std::pair<std::string, std::size_t>{"byline:\"ana ruiz\"", 3},
                                       {"byline:nehr", 2},
                                       {"byline:wavepress", 1},
                                       {"credit:\"harbour times\"", 2}}) {
        INFO(query);
        CHECK(search::run(archive.connection, {.query = query}).total == found);
    }
}

TEST_CASE("the date that people read decides what is found, counted and listed by date") {
    SampleArchive archive;
    const auto add = [&](const std::string& published, const std::string& updated) {
        Article article;
        article.headline = "Weapons";
        article.published = from_iso(published);
        article.updated = from_iso(updated);
        archive.put(article);
    };
    add("2025-01-31T23:30-05:00", "");  // February in UTC
    add("2025-02-01T01:00+09:00", "");  // January in UTC
    add("2025", "");
    add("2025-02", "2025-07-01");
    add("", "2025-03-02");
    add("", "");
    using Ids = std::vector<std::int64_t>;
    struct Row {
        std::string query;
        Ids found;
    };
    for (const Row& row : std::vector<Row>{{"published:2025-01", {1}},
                                           {"published:2025-01-31", {1}},
                                           {"published:2025-02", {2, 4}},
                                           {"published:2025-02-01", {2}},
                                           {"published:2025", {1, 2, 3, 4}},
                                           {"published:2025-01..2025-03", {1, 2, 4}},
                                           {"published:2024..2025", {1, 2, 3, 4}},
                                           {"until:2025-01-31", {1}},
                                           {"until:2025-02", {1, 2, 4}},
                                           {"until:2025", {1, 2, 3, 4, 5}},
                                           {"since:2025-02-01", {2, 4, 5}},
                                           {"since:2025-03", {5}},
                                           {"has:date", {1, 2, 3, 4}}}) {
        INFO(row.query);
        Ids found = ids(search::run(archive.connection, {.query = row.query}));
        std::ranges::sort(found);
        CHECK(found == row.found);
    }
    const auto sorted = [&](Sort sort) {
        return ids(search::run(archive.connection, {.query = "weapons", .sort = sort}));
    };
    CHECK(sorted(Sort::newest) == Ids{5, 2, 4, 1, 3, 6});
    CHECK(sorted(Sort::oldest) == Ids{3, 1, 4, 2, 5, 6});
    const SearchResult counted = search::run(
        archive.connection, {.query = "weapons", .facets = {FacetField::month, FacetField::year}});
    CHECK(counted.facets[0].values == std::vector<FacetCount>{{"2025-02", 2}, {"2025-01", 1}});
    CHECK(counted.facets[1].values == std::vector<FacetCount>{{"2025", 4}});
}

TEST_CASE("other titles of an article are found as its headline is") {
    SampleArchive archive;
    Article article;
    article.headline = "Barges return";
    article.titles = {"Portvale's river carries again", "U.S. grain flows"};
    article.body = "Text.";
    archive.put(article);
    archive.put("Rivers", "Nothing more.");
    for (const char* query : {"headline:portvale", "carries", "headline:\"river carries\"", "U.S. grain"}) {
        INFO(query);
        CHECK(ids(search::run(archive.connection, {.query = query})).front() == 1);
    }
    CHECK(search::run(archive.connection, {.query = "body:carries"}).total == 0);
}
