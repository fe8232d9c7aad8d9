#include "input/record/json_article.hpp"

#include <newsarc/error.hpp>

#include "support/catch.hpp"
#include "support/error_code.hpp"

#include <string>

using namespace newsarc;
using newsarc::input::read_json_article;

TEST_CASE("an article is read from JSON, every field of it") {
    const auto record = read_json_article(R"json({
        "id": 12, "uid": "8f3a", "key": "cms-17", "headline": "Bridge reopens", "deck": "After two years",
        "credit": "Harbour Post", "byline": "Jane Roe",
        "dateline": {"text": "PORTSEA, Jan 21 (HP) -", "place": "PORTSEA", "date": "2025-01-21", "agency": "HP"},
        "published": "2025-01-21T14:05+02:00", "published_precision": "minute", "updated": "2025-01-22",
        "language": "en", "words": 4, "body": "One.\n\nTwo.",
        "links": [{"kind": "related", "url": null, "label": "READ ALSO", "title": "Ferry fares rise", "host": null, "article": 7},
                  {"url": "https://example.org/", "host": "example.org"}],
        "notes": [{"kind": "editor", "text": "Editor's note"}, {"text": "Plain"}],
        "tags": ["bridges"], "path": "in/a.txt", "added": "2026-11-23T10:00:00Z", "warnings": ["doubtful"]})json");
    const Article& article = record.article;
    CHECK(record.unknown_fields.empty());
    CHECK_FALSE(article.id);
    CHECK(article.uid.empty());
    CHECK(article.key == "cms-17");
    CHECK(article.headline == "Bridge reopens");
    CHECK(article.deck == "After two years");
    CHECK(article.credit == "Harbour Post");
    CHECK(article.byline == "Jane Roe");
    CHECK(article.dateline == Dateline{"PORTSEA, Jan 21 (HP) -", "PORTSEA", "2025-01-21", "HP"});
    CHECK(to_iso(*article.published) == "2025-01-21T14:05+02:00");
    CHECK(to_iso(*article.updated) == "2025-01-22");
    CHECK(article.language == "en");
    CHECK(article.body == "One.\n\nTwo.");
    REQUIRE(article.links.size() == 2);
    CHECK(article.links[0] == Link{LinkKind::related, {}, "Ferry fares rise", {}, {}, "READ ALSO"});
    CHECK(article.links[1] == Link{LinkKind::body, "https://example.org/", {}, {}, {}});
    CHECK(article.notes ==
          std::vector<Note>{{NoteKind::editor, "Editor's note"}, {NoteKind::other, "Plain"}});
    CHECK(article.tags == std::vector<std::string>{"bridges"});
    CHECK(article.path == "in/a.txt");
    CHECK(article.added == "2026-11-23T10:00:00Z");
    CHECK(article.warnings == std::vector<std::string>{"doubtful"});
}

TEST_CASE("a headline or a body is enough") {
    CHECK(read_json_article(R"({"headline": "Short"})").article.headline == "Short");
    CHECK(read_json_article(R"({"headline": null, "body": "Text."})").article.body == "Text.");
    CHECK(read_json_article(R"({"headline": "", "credit": "  ", "body": "Text."})").article.headline ==
          std::nullopt);
    CHECK(read_json_article(R"({"body": "a\u0000b"})").article.body == "ab");
}

TEST_CASE("fields that are not known are named") {
    const auto record =
        read_json_article(R"({"headline": "x", "colour": 1, "parts": {"a": [2]}, "none": null})");
    CHECK(record.unknown_fields == std::vector<std::string>{"colour", "none", "parts"});
    CHECK(record.article.extra ==
          std::map<std::string, std::string>{{"colour", "1"}, {"parts", R"({"a":[2]})"}});
}

TEST_CASE("fields are read by the names that other programs give them") {
    const Article usual =
        read_json_article(R"({"Title": "x", "text": "One.\r\n\r\nTwo.", "author": {"name": "Jane Roe"},
            "source": "Post", "date": "2025-01-21", "link": "https://a.example/1"})")
            .article;
    CHECK(usual.headline == "x");
    CHECK(usual.body == "One.\n\nTwo.");
    CHECK(usual.byline == "Jane Roe");
    CHECK(usual.credit == "Post");
    CHECK(to_iso(*usual.published) == "2025-01-21");
    CHECK(usual.url == "https://a.example/1");
    CHECK(usual.key == "https://a.example/1");
    const Article several =
        read_json_article(R"({"headline": "x", "title": "y", "author": [{"name": "A B"}, "C D"], "key": null,
            "url": "https://a.example/2", "keywords": "a;b", "dateline": "KABUL -"})")
            .article;
    CHECK(several.byline == "A B, C D");
    CHECK(several.extra == std::map<std::string, std::string>{{"title", "y"}});
    CHECK_FALSE(several.key);
    CHECK(several.tags == std::vector<std::string>{"a", "b"});
    CHECK(several.dateline->text == "KABUL -");
}

TEST_CASE("authors are objects or names, and what is no date is kept") {
    const Article article = read_json_article(R"({"headline": "x", "published": "last week",
            "authors": ["A B", {"name": "C D", "role": "Editor", "place": null, "outlet": "Post"}],
            "titles": ["y"], "extra": {"section": "Politics", "page": 3}})")
                                .article;
    CHECK(article.authors == std::vector<Author>{{"A B", {}, {}, {}}, {"C D", "Editor", {}, "Post"}});
    CHECK(article.titles == std::vector<std::string>{"y"});
    CHECK(article.extra == std::map<std::string, std::string>{
                               {"page", "3"}, {"published", "last week"}, {"section", "Politics"}});
    CHECK(article.warnings.size() == 1);
}

TEST_CASE("names in JSON are mapped to fields, and members of members too") {
    const input::RecordOptions options{
        .maps = input::read_maps({"a=headline", "meta.text=body", "headline=", "none.x=deck"})};
    const input::Record record = read_json_article(
        R"({"a": "Port reopens", "headline": "not this", "meta": {"text": "One.", "more": 1}, "title": "T"})",
        options);
    CHECK(record.article.headline == "Port reopens");
    CHECK(record.article.body == "One.");
    CHECK_FALSE(record.article.deck);
    CHECK(record.article.extra.at("title") == "T");
    CHECK(record.article.extra.at("meta") == R"({"text":"One.","more":1})");
    CHECK_FALSE(record.article.extra.contains("headline"));
    CHECK(test::code_of([] { input::read_maps({"a=colour"}); }) == ErrorCode::usage);
    CHECK(test::code_of([] { input::read_maps({"headline"}); }) == ErrorCode::usage);
}

TEST_CASE("dates and bylines of a record are read by what knows the words of news") {
    const input::RecordOptions options{
        .read_date = [](std::string_view text) -> std::optional<input::RecordDate> {
            if (text == "4 March") return input::RecordDate{{.year = 2025, .month = 3, .day = 4}, false};
            if (text == "04/03") return input::RecordDate{{.year = 2025, .month = 3, .day = 4}, true};
            return std::nullopt;
        },
        .read_byline =
            [](std::string& byline) {
                byline += "!";
                return std::vector<Author>{{.name = byline}};
            },
    };
    const Article plain =
        read_json_article(R"({"title": "x", "author": "Jane", "date": "4 March", "updated": "04/03"})",
                          options)
            .article;
    CHECK(to_iso(*plain.published) == "2025-03-04");
    CHECK(to_iso(*plain.updated) == "2025-03-04");
    CHECK(plain.byline == "Jane!");
    REQUIRE(plain.authors.size() == 1);
    CHECK(plain.authors[0].name == "Jane!");
    CHECK(plain.warnings ==
          std::vector<std::string>{"updated: '04/03' was read as 2025-03-04; the day might be the month"});
    const Article several =
        read_json_article(R"({"title": "x", "author": ["Jane", {"name": "Ali"}]})", options).article;
    CHECK(several.byline == "Jane, Ali");
    REQUIRE(several.authors.size() == 2);
    CHECK(several.authors[1].name == "Ali!");
    const Article stated =
        read_json_article(R"({"title": "x", "author": "Jane", "authors": []})", options).article;
    CHECK(stated.byline == "Jane");
    CHECK(stated.authors.empty());
}

TEST_CASE("what is no article is refused") {
    for (const std::string bad : {
             "",
             "{",
             "null",
             "[]",
             "3",
             "{}",
             R"({"key": "x"})",
             R"({"headline": {"text": "x"}})",
             R"({"headline": "x", "links": {}})",
             R"({"headline": "x", "links": [{"kind": "body"}]})",
             R"({"headline": "x", "links": [3]})",
             R"({"headline": "x", "links": [{"kind": "sideways", "url": "https://example.org/"}]})",
             R"({"headline": "x", "notes": [{"kind": "other"}]})",
             R"({"headline": "x", "tags": {"a": 1}})",
             R"({"headline": "x", "authors": [{"role": "Editor"}]})",
             R"({"headline": "x"} {"headline": "y"})",
             "{\"headline\": \"bad \xFF byte\"}",
             R"({"headline": "lone \ud800 surrogate"})",
         }) {
        INFO(bad);
        CHECK(test::code_of([&] { read_json_article(bad); }) == ErrorCode::input);
    }
}
