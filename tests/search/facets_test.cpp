#include "search/search.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <string>
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
