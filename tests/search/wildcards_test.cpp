#include "search/search.hpp"

#include "sample_archive.hpp"
#include "search/plan/matching.hpp"
#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

std::vector<std::int64_t> ids(const SearchResult& result) {
    std::vector<std::int64_t> out;
    for (const Hit& hit : result.hits)
        out.push_back(hit.id);
    std::ranges::sort(out);
    return out;
}

}  // namespace

TEST_CASE("a wildcard before or within a word finds the words that are like it") {
    SampleArchive archive;
    archive.put("Gazprom cuts supplies", "The pipe stands still. A prom was held.");     // 1
    archive.put("Neftprom grows", "Gaz prom and more; universities are near.");          // 2
    archive.put("Parties talk", "The Gazpram was no company. Parti is a French word.");  // 3
    archive.put("Zug nach Bern", "Die Eisenbahnen fahren wieder, sagt die Regierung.");  // 4
    struct Row {
        std::string query;
        std::vector<std::int64_t> ids;
        std::string note;
    };
    for (const Row& row : {
             Row{"*prom", {1, 2}, ""},
             Row{"*prom -gazp*", {2}, ""},
             Row{"gaz?rom", {1}, ""},
             Row{"gaz*m", {1, 3}, ""},
             Row{"GAZ*M", {1, 3}, ""},
             Row{"headline:*prom", {1, 2}, ""},
             Row{"body:*prom", {1, 2}, ""},
             Row{"headline:gaz?r?m", {1}, ""},
             Row{"+gazpr?m +company", {3}, ""},
             Row{"*arties", {3}, ""},
             Row{"un*vers", {2}, ""},
             Row{"headline:un*vers", {}, ""},
             Row{"body:un?vers", {2}, ""},
             Row{"cuts NEAR/2 *prom", {1}, ""},
             Row{"grows NEAR/2 gaz?rom", {}, ""},
             Row{"*bahn*", {4}, ""},
             Row{"*prom*", {1, 2}, ""},
             Row{"*parties*", {3}, ""},
             Row{"*pipe*", {1}, ""},
             Row{"*egierung", {4}, ""},
             Row{"*niversity", {2}, ""},
             Row{"*xyz",
                 {},
                 "no word of the archive is like *xyz; words are compared without endings such as -ing"},
             Row{"*x",
                 {},
                 "*x is like nearly every word, so it was taken as words; write two letters in a row of it"},
         }) {
        INFO(row.query);
        const SearchResult result =
            search::run(archive.connection, {.query = row.query, .match = Match::all});
        CHECK(ids(result) == row.ids);
        CHECK(result.notes == (row.note.empty() ? std::vector<std::string>{} : std::vector{row.note}));
        if (row.note.starts_with("*x")) continue;
        CHECK(search::matching(archive.connection, {.query = row.query}).ids == row.ids);
    }
    const SearchResult marked = search::run(archive.connection, {.query = "gaz?rom", .explain = true});
    REQUIRE(marked.hits.size() == 1);
    CHECK(marked.hits[0].headline_marks == std::vector<Range>{{0, 7}});
    CHECK(marked.explanation->words[0].stem == "gazprom");
    CHECK_FALSE(marked.suggestion);
}

TEST_CASE("of many words that a wildcard is like the most frequent are taken, and it is told") {
    SampleArchive archive;
    std::string body;
    for (char a = 'a'; a <= 'z'; ++a) {
        for (const char* b : {"k", "m", "n"})
            body += std::string("qu") + a + b + "op ";
    }
    archive.put("Many", body);
    archive.put("One", "quzzop");
    archive.put("Two", "quzzop");
    const SearchResult result = search::run(archive.connection, {.query = "qu*op"});
    CHECK(result.total == 3);
    CHECK(result.notes ==
          std::vector<std::string>{
              "qu*op stands for 79 words, of which the 64 that most articles hold were looked for"});
    std::string many;
    for (int i = 0; i < 20; ++i)
        many += "ab*" + std::to_string(i) + " OR ";
    CHECK(search::run(archive.connection, {.query = many + "one"})
              .notes.front()
              .starts_with("only the first 16"));
}

TEST_CASE("a wildcard within the value of a field") {
    SampleArchive archive;
    Article article;
    article.headline = "Port";
    article.credit = "The Harbour Post";
    article.tags = {"flood-2025"};
    archive.put(article);
    struct Row {
        std::string query;
        std::size_t total;
    };
    for (const Row& row : {Row{"credit:Harb*r", 1}, Row{"credit:\"h*r post\"", 1}, Row{"credit:*our", 1},
                           Row{"credit:*bou", 0}, Row{"credit:Post*Harbour", 0}, Row{"tag:*2025", 1},
                           Row{"tag:*202", 0}, Row{"tag:fl*2*", 1}, Row{"tag:*ood", 0}}) {
        INFO(row.query);
        CHECK(search::run(archive.connection, {.query = row.query}).total == row.total);
    }
}
