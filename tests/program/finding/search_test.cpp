#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

using Archive = TwoArticles;

TEST_CASE("search --json is one document of the promised shape") {
    const Archive archive;
    const Run run = archive.run({"search", "grain", "barges", "--json"});
    CHECK(run.status == 0);
    const auto document = run.json();
    CHECK(document["query"] == "grain barges");
    CHECK(document["understood"].is_string());
    CHECK(document["total"] == 1);
    CHECK(document["total_all_words"] == 1);
    CHECK(document["suggestion"].is_null());
    CHECK(document["seconds"].is_number());
    CHECK(document["facets"].is_object());
    REQUIRE(document["hits"].size() == 1);
    const auto& hit = document["hits"][0];
    CHECK(hit["rank"] == 1);
    CHECK(hit["score"].is_number());
    CHECK(hit["id"] == 1);
    CHECK(hit["uid"].is_string());
    CHECK(hit["headline"] == "River Port Reopens After Flood");
    CHECK(hit["credit"] == "The Harbour Post");
    for (const char* field : {"key", "byline", "published"})
        CHECK(hit[field].is_null());
    CHECK(hit["added"].is_string());
    CHECK(hit["tags"].is_array());
    CHECK(hit["similar"].is_number());
    CHECK(hit["snippet"].get<std::string>().find("<mark>") == std::string::npos);
    CHECK(hit["snippet_html"].get<std::string>().find("<mark>") != std::string::npos);
}

TEST_CASE("articles with some of the words are found, those with all come first") {
    const Archive archive;
    const auto document = archive.run({"search", "--json", "council meadows barges"}).json();
    CHECK(document["total"] == 2);
    CHECK(document["hits"][0]["id"] == 2);
    CHECK(archive.run({"search", "--match", "all", "council meadows barges"}).status == 1);
}

TEST_CASE("hits are printed for reading") {
    const Archive archive;
    const Run run = archive.run({"search", "dykes"});
    CHECK(run.status == 0);
    CHECK(run.out.find("Council Votes for Higher Dykes\n") != std::string::npos);
    CHECK(run.out.find("Dyke Weekly · id 2\n") != std::string::npos);
    CHECK(run.out.ends_with(" with all the words\n"));
    CHECK(run.out.find('\x1B') == std::string::npos);
}

TEST_CASE("a search can count, or print ids") {
    const Archive archive;
    CHECK(archive.run({"search", "--count", "portvale"}).out == "2\n");
    CHECK(archive.run({"search", "--ids", "meadows"}).out == "2\n");
    CHECK(archive.run({"search", "--ids", "portvale", "-n", "1"}).out.size() == 2);
    CHECK(
        archive.run({"search", "--json", "portvale", "-n", "1", "--offset", "1"}).json()["hits"][0]["rank"] ==
        2);
    CHECK(archive.run({"search", "--ids", "meadows", "-n", "99999999999999999999"}).out == "2\n");
    CHECK(archive.run({"search", "--ids", "meadows", "--offset", "99999999999999999999"}).out.empty());
    const Run none = archive.run({"search", "--count", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.out == "0\n");
}

TEST_CASE("nothing found has status 1 and a message") {
    const Archive archive;
    const Run run = archive.run({"search", "zeppelin"});
    CHECK(run.status == 1);
    CHECK(run.out.empty());
    CHECK(run.err.starts_with("newsarc: note: no article matches: zeppelin\n"));
    const Run json = archive.run({"search", "--json", "zeppelin"});
    CHECK(json.status == 1);
    CHECK(json.json()["total"] == 0);
    CHECK(json.json()["hits"].empty());
}

TEST_CASE("a query that holds nothing to look for says so, and one of fields alone lists") {
    const Archive archive;
    const std::string note = "newsarc: note: the query holds nothing to look for; * finds all\n";
    for (const char* query : {"", " ", "((", "-", "--", "..."}) {
        INFO(query);
        const Run run = archive.run({"search", "--", query});
        CHECK(run.status == 1);
        CHECK(run.out.empty());
        CHECK(run.err.find(note) != std::string::npos);
    }
    CHECK(archive.run({"search", ""}).err == note);
    CHECK(archive.run({"search", "--count", ""}).out == "0\n");
    const std::string total = archive.run({"search", "--count", "*"}).out;
    CHECK(total != "0\n");
    for (const char* query : {"*", "added:..2100", "-zeppelin"}) {
        const Run run = archive.run({"search", "--", query});
        CHECK(run.status == 0);
        CHECK(run.out.find("with all the words") == std::string::npos);
        CHECK(archive.run({"search", "--count", "--", query}).out == total);
    }
}

TEST_CASE("no text that a person pastes is an error") {
    const Archive archive;
    for (const char* text : {"U.S.",
                             "Don't",
                             "COVID-19",
                             "AND",
                             "10:30",
                             "\"unclosed",
                             "((",
                             "",
                             " ",
                             "*",
                             "NEAR/",
                             "- item one",
                             "-quotes \"and\" dashes",
                             "[a,b]",
                             "{}",
                             "中国",
                             "日本語",
                             "50% off",
                             "a\nb",
                             "\xFF\xFE",
                             "field:value",
                             "headline:",
                             "^x",
                             "a AND",
                             "OR OR"}) {
        INFO(text);
        const Run run = archive.run({"search", text});
        CHECK((run.status == 0 || run.status == 1));
        CHECK(run.err.find("error") == std::string::npos);
    }
    CHECK(archive.run({"search", "--", "-weapons"}).status <= 1);
}

TEST_CASE("a word to leave out is typed as it is") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Heat\n\nHeat in the north.\n");
    sandbox.write("b.txt", "More heat\n\nHeat and war in the south.\n");
    REQUIRE(sandbox.run({"add", "a.txt", "b.txt"}).status == 0);
    CHECK(sandbox.run({"search", "--ids", "heat", "-war"}).out == "1\n");
    CHECK(sandbox.run({"search", "-war", "--ids", "heat", "-n5"}).out == "1\n");
}
