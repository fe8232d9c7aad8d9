#include "output/json.hpp"
#include "output/add.hpp"
#include "output/article.hpp"
#include "output/search.hpp"
#include "output/text/layout.hpp"

#include <nlohmann/json.hpp>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::output;
using nlohmann::ordered_json;

namespace {

Article full_article() {
    Article article;
    article.id = 12;
    article.uid = "8f3a";
    article.key = "cms-7";
    article.headline = "River port reopens";
    article.deck = "Ships wait";
    article.credit = "The Harbour Post";
    article.byline = "Jane Roe";
    article.authors = {{"Jane Roe", "Editor", {}, {}}};
    article.url = "https://example.org/port";
    article.titles = {"Port is open"};
    article.extra = {{"section", "Trade"}};
    article.dateline = Dateline{"PORTVALE, Jan 21 (Reuters) -", "PORTVALE", "2025-01-21", "Reuters"};
    article.published = from_iso("2025-01-21T14:05+02:00");
    article.updated = from_iso("2025-01-22");
    article.language = "en";
    article.words = 341;
    article.body = "One.\n\nTwo.";
    article.links = {{LinkKind::related, "https://example.org/a", "A title", "example.org", 7, "SEE ALSO"}};
    article.notes = {{NoteKind::promotion, "Follow us"}};
    article.tags = {"ports"};
    article.path = "in/a.txt";
    article.added = "2026-11-23T10:00:00Z";
    article.warnings = {"a warning"};
    return article;
}

}  // namespace

TEST_CASE("an article has every field of its JSON, in order") {
    CHECK(
        article_json(full_article()) ==
        R"({"id":12,"uid":"8f3a","key":"cms-7","headline":"River port reopens","deck":"Ships wait",)"
        R"("credit":"The Harbour Post","byline":"Jane Roe",)"
        R"("authors":[{"name":"Jane Roe","role":"Editor","place":null,"outlet":null}],)"
        R"("url":"https://example.org/port","titles":["Port is open"],)"
        R"("dateline":{"text":"PORTVALE, Jan 21 (Reuters) -","place":"PORTVALE","date":"2025-01-21",)"
        R"("agency":"Reuters"},"published":"2025-01-21T14:05+02:00","published_precision":"minute",)"
        R"("updated":"2025-01-22","language":"en","words":341,"body":"One.\n\nTwo.",)"
        R"("links":[{"kind":"related","url":"https://example.org/a","title":"A title",)"
        R"("host":"example.org","article":7,"label":"SEE ALSO"}],"notes":[{"kind":"promotion","text":"Follow us"}],)"
        R"("tags":["ports"],"path":"in/a.txt","added":"2026-11-23T10:00:00Z","warnings":["a warning"],"edited":[],"extra":{"section":"Trade"}})");
}

TEST_CASE("what an article lacks is null, never empty and never left out") {
    const ordered_json full = ordered_json::parse(article_json(full_article()));
    const ordered_json bare = ordered_json::parse(article_json(Article{}));
    REQUIRE(bare.size() == full.size());
    for (const auto& [name, value] : full.items()) {
        INFO(name);
        REQUIRE(bare.contains(name));
        if (name == "uid" || name == "words") continue;
        CHECK((bare[name].is_null() || bare[name] == ordered_json::array() ||
               bare[name] == ordered_json::object()));
    }
    Article article = full_article();
    article.dateline = Dateline{"PORTVALE -", {}, {}, {}};
    CHECK(ordered_json::parse(article_json(article))["dateline"].dump() ==
          R"({"text":"PORTVALE -","place":null,"date":null,"agency":null})");
}

TEST_CASE("JSON is one line of valid UTF-8 whatever the text") {
    Article article;
    article.headline = "a\nb\x1B[1m \xFF\xC3";
    article.path = "caf\xE9";
    const std::string json = article_json(article);
    CHECK(json.find('\n') == std::string::npos);
    const auto parsed = ordered_json::parse(json);
    CHECK(parsed["headline"] == "a\nb\x1B[1m \xEF\xBF\xBD\xEF\xBF\xBD");
    CHECK(parsed["path"] == "caf\xEF\xBF\xBD");
}

TEST_CASE("an explained article carries its lines") {
    ParsedArticle parsed;
    parsed.offset = 3;
    parsed.length = 40;
    parsed.lines = {{1, "credit", "begins with a label", "Credit: A"}};
    const auto json = ordered_json::parse(explained_json(parsed));
    CHECK(json["offset"] == 3);
    CHECK(json["length"] == 40);
    CHECK(json["lines"].dump() ==
          R"([{"number":1,"type":"credit","rule":"begins with a label","text":"Credit: A"}])");
}

TEST_CASE("the summary of an add counts and names everything") {
    AddSummary summary{.added = 1, .updated = 2, .duplicates = 3, .near_duplicates = 4, .failed = 5};
    summary.unchanged = 2;
    summary.bytes = 600;
    summary.seconds = 0.5;
    CHECK(add_summary_json(summary) ==
          R"({"summary":{"added":1,"updated":2,"moved":0,"duplicates":3,"unchanged":2,)"
          R"("near_duplicates":4,"removed_before":0,"failed":5,"bytes":600,"seconds":0.5}})");
}

TEST_CASE("an error without a hint has a null one") {
    CHECK(error_json(ErrorCode::busy, "held", "wait") ==
          R"({"error":{"code":"busy","message":"held","hint":"wait"}})");
    CHECK(error_json(ErrorCode::io, "full", "") == R"({"error":{"code":"io","message":"full","hint":null}})");
}

TEST_CASE("a search is one document with its hits") {
    SearchResult result;
    result.understood = "arms";
    result.total = 42;
    result.total_all_words = 12;
    Hit hit;
    hit.rank = 1;
    hit.score = 17.5;
    hit.id = 3;
    hit.uid = "8f3a";
    hit.headline = "A <deal>";
    hit.published = from_iso("2025-01");
    hit.added = "2026-11-23T10:00:00Z";
    hit.snippet = {"an arms <deal>", {{3, 7}}};
    hit.similar = 3;
    result.hits = {hit};
    CHECK(search_json("arms", result, 0.25) ==
          R"({"query":"arms","understood":"arms","total":42,"total_all_words":12,"suggestion":null,)"
          R"("seconds":0.25,"notes":[],"hits":[{"rank":1,"score":17.5,"id":3,"uid":"8f3a","key":null,)"
          R"("headline":"A <deal>","credit":null,"byline":null,"published":"2025-01",)"
          R"("added":"2026-11-23T10:00:00Z","tags":[],"snippet":"an arms <deal>",)"
          R"("snippet_html":"an <mark>arms</mark> &lt;deal&gt;","similar":3}],"facets":{}})");
}

TEST_CASE("characters that a terminal obeys come as escapes, and say the same") {
    Article article;
    article.headline = "x\x1B\x7F\u009B\u202E\u2028\uFEFF\U000E0041é渡";
    const std::string json = article_json(article);
    CHECK(json.find(R"("headline":"x\u001b\u007f\u009b\u202e\u2028\ufeff\udb40\udc41é渡")") !=
          std::string::npos);
    CHECK(ordered_json::parse(json)["headline"] == *article.headline);
}
