#include "search/search.hpp"

#include <newsarc/error.hpp>

#include "sample_archive.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

std::vector<std::int64_t> ids(const SearchResult& result) {
    std::vector<std::int64_t> out;
    for (const Hit& hit : result.hits)
        out.push_back(hit.id);
    return out;
}

std::vector<std::int64_t> sorted_ids(const SampleArchive& archive, const SearchRequest& request) {
    auto out = ids(search::run(archive.connection, request));
    std::ranges::sort(out);
    return out;
}

/// Five short articles, to try the language on.
struct NewsArchive : SampleArchive {
    NewsArchive() {
        Article article;
        article.headline = "Taliban show captured weapons";
        article.body = "Rifles and drones were on show in Kabul. The weapons were left by the U.S. army.";
        article.credit = "NewsX";
        article.byline = "Jane Roe";
        article.dateline = Dateline{"KABUL, Jan 21 -", "Kabul", "2025-01-21", std::nullopt};
        article.published = from_iso("2025-01-21");
        article.language = "en";
        article.tags = {"afghanistan"};
        Link link;
        link.url = "https://news.example.org/a";
        link.host = "news.example.org";
        article.links = {link};
        put(article);
        article = {};
        article.headline = "Market day in Zürich";
        article.body = "Pakistan’s rice sold well. Covid-19 did not matter.";
        article.credit = "News Daily";
        article.published = from_iso("2025-02-10");
        article.language = "de-CH";
        article.tags = {"economy", "Food"};
        put(article);
        article = {};
        article.headline = "Weapons of the army";
        article.body = "The army bought drones.";
        article.key = "cms-7";
        article.path = "inbox/army.txt";
        article.added = "2025-03-01T00:00:00Z";
        put(article);
        article = {};
        article.headline = "北京经济";
        article.body = "中国经济增长。iPhone手机。";
        article.published = from_iso("2024");
        article.notes = {{NoteKind::editor, "Ed."}};
        put(article);
        article = {};
        article.headline = "ประเทศไทย";
        article.body = "The who and the what.";
        put(article);
    }
};

}  // namespace

TEST_CASE("an acronym is not taken for the words that share its letters") {
    SampleArchive archive;
    for (const char* body : {"They used it with us.", "The US base closed.", "A U.S. base opened.",
                             "The WHO said so.", "Those who said so use it."}) {
        Article article;
        article.body = body;
        archive.put(article);
    }
    struct Row {
        std::string query;
        std::vector<std::int64_t> ids;
    };
    for (const auto& row : {
             Row{"U.S.", {2, 3}},
             Row{"u.s.", {2, 3}},
             Row{"US", {2, 3}},
             Row{"\"US base\"", {2, 3}},
             Row{"use", {1, 5}},
             Row{"us", {1, 2, 5}},
             Row{"WHO", {4}},
             Row{"what WHO said", {4, 5}},
             Row{"who", {4, 5}},
             Row{"US*", {1, 2, 3, 5}},
         }) {
        INFO(row.query);
        SearchRequest request;
        request.query = row.query;
        CHECK(sorted_ids(archive, request) == row.ids);
    }
}

TEST_CASE("an acronym is told from a word in phrases, fields and near other words") {
    SampleArchive archive;
    const std::vector<std::pair<const char*, const char*>> texts{
        {"US troops land", "The US troops came to use the port."},
        {"Councils use troops", "They use troops as the US does."},
        {"Troops land", "Nothing to use."},
    };
    for (const auto& [headline, body] : texts) {
        Article article;
        article.headline = headline;
        article.body = body;
        archive.put(article);
    }
    struct Row {
        std::string query;
        std::vector<std::int64_t> ids;
    };
    for (const auto& row : {
             Row{"\"US troops\"", {1}},
             Row{"\"U.S. troops\"", {1}},
             Row{"\"use troops\"", {2}},
             Row{"\"using troops\"", {2}},
             Row{"\"us troops\"", {1, 2}},
             Row{"\"US TROOPS\"", {1, 2}},
             Row{"\"as the US\"", {2}},
             Row{"headline:use", {2}},
             Row{"headline:US", {1}},
             Row{"body:use", {1, 2, 3}},
             Row{"body:US", {1, 2}},
             Row{"use NEAR/1 troops", {2}},
             Row{"us NEAR/1 troops", {1, 2}},
             Row{"use AND \"US troops\"", {1}},
             Row{"\"US troops\" OR \"use troops\"", {1, 2}},
         }) {
        INFO(row.query);
        SearchRequest request;
        request.query = row.query;
        CHECK(sorted_ids(archive, request) == row.ids);
    }
}

TEST_CASE("a query without words or fields finds nothing, and a star finds everything") {
    const NewsArchive archive;
    for (const char* query :
         {"", " \n", "((", "()", "-", "- -", "\"", "\" \"", "+", "!!", "...", "**", "-*"}) {
        INFO(query);
        const SearchResult result = search::run(archive.connection, {.query = query});
        CHECK(result.total == 0);
        CHECK(result.hits.empty());
        CHECK_FALSE(result.suggestion);
        REQUIRE_FALSE(result.notes.empty());
        CHECK(result.notes.back() == "the query holds nothing to look for; * finds all");
        const SearchRequest facets{.query = query, .facets = {FacetField::credit}};
        CHECK(search::run(archive.connection, facets).facets.front().values.empty());
    }
    for (const char* query : {"*", " * ", "-tag:nothing", "-nowhere", "added:..2100"}) {
        INFO(query);
        const SearchResult result = search::run(archive.connection, {.query = query});
        CHECK(result.total == 5);
        CHECK(result.notes.empty());
        CHECK_FALSE(result.by_words);
    }
    CHECK(search::run(archive.connection, {.query = "*"}).understood == "*");
    CHECK(search::run(archive.connection, {.query = "weapons"}).by_words);
    CHECK(search::run(archive.connection, {.query = "weapons tag:afghanistan"}).by_words);
}

TEST_CASE("what queries find") {
    const NewsArchive archive;
    struct Row {
        std::string query;
        std::vector<std::int64_t> ids;
    };
    const std::vector<Row> rows{
        {"taliban weapons", {1, 3}},
        {"+taliban weapons", {1}},
        {"weapons -taliban", {3}},
        {"taliban AND weapons", {1}},
        {"taliban OR rice", {1, 2}},
        {"(taliban OR rice) AND market", {2}},
        {"\"captured weapons\"", {1}},
        {"\"weapons captured\"", {}},
        {"rifles NEAR/1 drones", {1}},
        {"rifles NEAR/3 kabul", {}},
        {"rifl* ric*", {1, 2}},
        {"headline:drones", {}},
        {"body:drones", {1, 3}},
        {"zurich", {2}},
        {"ZÜRICH", {2}},
        {"pakistan", {2}},
        {"Pakistan's", {2}},
        {"covid 19", {2}},
        {"COVID-19", {2}},
        {"US", {1}},
        {"\"US army\"", {1}},
        {"u.s.", {1}},
        {"中国", {4}},
        {"经济增长", {4}},
        {"\"国经济\"", {4}},
        {"京", {4}},
        {"济", {4}},
        {"iphone", {4}},
        {"เทศไทย", {5}},
        {"the who", {1, 3, 5}},
        {"\"the who\"", {5}},
        {"credit:newsx", {1}},
        {"credit:news", {2}},
        {"credit:news*", {1, 2}},
        {"byline:roe weapons", {1}},
        {"place:KABUL", {1}},
        {"site:example.org", {1}},
        {"url:example.org/a", {1}},
        {"tag:food", {2}},
        {"tag:a*", {1}},
        {"lang:de", {2}},
        {"lang:d", {}},
        {"key:cms-7", {3}},
        {"path:INBOX", {3}},
        {"id:2", {2}},
        {"id:000000000000000000000000000000", {1, 2, 3, 4, 5}},
        {"published:2025", {1, 2}},
        {"published:2025-01..2025-01", {1}},
        {"since:2025-02", {2}},
        {"until:2024", {4}},
        {"added:2025-03-01", {3}},
        {"added:2025-03", {1, 2, 3, 4, 5}},
        {"has:link", {1}},
        {"has:note", {4}},
        {"has:warning", {}},
        {"-has:headline", {}},
        {"weapons published:2025", {1}},
        {"-weapons", {2, 4, 5}},
        {"weapons -(taliban OR army)", {}},
        {"absent", {}},
        {"", {}},
        {"((", {}},
        {"…", {}},
    };
    for (const Row& row : rows) {
        for (const bool feedback : {true, false}) {
            INFO(row.query << (feedback ? " with feedback" : ""));
            CHECK(sorted_ids(archive, {.query = row.query, .feedback = feedback}) == row.ids);
        }
    }
}

TEST_CASE("how much of a query must match") {
    const NewsArchive archive;
    CHECK(sorted_ids(archive, {.query = "taliban weapons", .match = Match::all}) ==
          std::vector<std::int64_t>{1});
    CHECK(sorted_ids(archive, {.query = "taliban weapons", .match = Match::any}) ==
          std::vector<std::int64_t>{1, 3});
    const auto result = search::run(archive.connection, {.query = "taliban weapons the"});
    CHECK(result.total == 2);
    CHECK(result.total_all_words == 1);
    CHECK(result.understood == "(taliban weapons the)");
    CHECK(result.hits[0].id == 1);
    CHECK(result.hits[0].rank == 1);
    CHECK(result.hits[0].score > result.hits[1].score);
}

TEST_CASE("a page of the hits") {
    SampleArchive archive;
    for (int i = 0; i < 30; ++i)
        archive.put("Weapons " + std::to_string(i), "Text.");
    const auto page = search::run(archive.connection, {.query = "weapons", .limit = 5, .offset = 10});
    CHECK(page.total == 30);
    CHECK(page.hits.size() == 5);
    CHECK(page.hits[0].rank == 11);
    CHECK(search::run(archive.connection, {.query = "weapons", .limit = 0}).hits.empty());
    CHECK(search::run(archive.connection, {.query = "weapons", .limit = 5, .offset = 100}).hits.empty());
}

TEST_CASE("an empty archive finds nothing") {
    const SampleArchive archive;
    for (const std::string query : {"", "weapons", "-weapons", "tag:x", "a NEAR b"}) {
        INFO(query);
        CHECK(search::run(archive.connection, {.query = query}).total == 0);
    }
}

TEST_CASE("feedback reorders, and never adds") {
    SampleArchive archive;
    for (int i = 0; i < 40; ++i)
        archive.put("Other", "Nothing of that kind was said by anyone.");
    archive.put("Weapons", "weapons and rifles rifles rifles");
    const auto with_rifles = archive.put("Army", "weapons and rifles and boots for men");
    const auto without = archive.put("Army", "weapons and tents and boots for men");
    const auto only_rifles = archive.put("Army", "rifles rifles");
    const auto found = ids(search::run(archive.connection, {.query = "weapons"}));
    REQUIRE(found.size() == 3);
    CHECK(found[1] == with_rifles);
    CHECK(found[2] == without);
    CHECK(std::ranges::find(found, only_rifles) == found.end());

    // What is like the best of them comes after what holds a word, where that is asked for.
    const auto more = search::run(archive.connection, {.query = "weapons", .resembling = true});
    CHECK(more.total == 3);
    REQUIRE(more.hits.size() >= 4);
    CHECK(more.hits[3].id == only_rifles);
    CHECK(more.hits[3].score <= more.hits[2].score);
    for (const std::string query : {"+weapons", "weapons -rifles", "tag:none weapons"}) {
        INFO(query);
        const auto others = ids(search::run(archive.connection, {.query = query, .resembling = true}));
        CHECK(std::ranges::find(others, only_rifles) == others.end());
    }
}

TEST_CASE("feedback is held back where the query names one article") {
    SampleArchive archive;
    for (int i = 0; i < 40; ++i)
        archive.put("Other", "Nothing of that kind was said by anyone.");
    archive.put("Port", "the ferry rammed the quay of the harbour in fog");
    archive.put("Port", "the ferry sailed and passengers cheered");
    archive.put("Fog", "fog and drizzle and passengers");
    archive.put("Fish", "the herring came and passengers");
    struct Row {
        std::string query;
        std::string why;
        bool fed;
    };
    for (const Row& row : std::vector<Row>{
             {"ferry rammed quay harbour fog", "one holds all of it, and none comes near", false},
             {"ferry fog herring", "each holds a part", true},
             {"passengers", "three hold it", true},
             {"ferry rammed tugboat quay harbour fog", "what none holds does not count", false},
         }) {
        INFO(row.query << ": " << row.why);
        const auto found = search::run(archive.connection, {.query = row.query, .explain = true});
        CHECK(std::ranges::any_of(found.explanation->words, &ExplainedWord::feedback) == row.fed);
    }
}

TEST_CASE("a search ends with an error once it is interrupted") {
    const NewsArchive archive;
    const std::atomic<bool> interrupt = true;
    for (const std::string query : {"weapons", "", "tag:food", "\"the who\" OR weap*"}) {
        INFO(query);
        SearchRequest request{.query = query};
        request.limits.interrupt = &interrupt;
        try {
            search::run(archive.connection, request);
            FAIL("no error");
        } catch (const Error& error) {
            CHECK(error.code() == ErrorCode::interrupted);
        }
    }
    // The archive is as usable as before.
    CHECK(search::run(archive.connection, {.query = "weapons"}).total == 2);
}

TEST_CASE("without a limit on the time there is none") {
    const NewsArchive archive;
    SearchRequest request{.query = "weapons"};
    request.limits.timeout = std::chrono::milliseconds(0);
    CHECK(search::run(archive.connection, request).total == 2);
}
