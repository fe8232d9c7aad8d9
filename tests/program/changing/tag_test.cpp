#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("tags are given and taken away") {
    const TwoArticles sandbox;
    const Run run = sandbox.run({"tag", "+river", "+draft", "1", "2"});
    CHECK(run.status == 0);
    CHECK(run.out ==
          "tagged 1  River Port Reopens After Flood  (draft, river)\n"
          "tagged 2  Council Votes for Higher Dykes  (draft, river)\n");
    CHECK(sandbox.run({"tag", "-draft", "+harbour", "1"}).out ==
          "tagged 1  River Port Reopens After Flood  (harbour, river)\n");
    CHECK(sandbox.run({"search", "--ids", "tag:draft"}).out == "2\n");
    CHECK(sandbox.run({"show", "--json", "1"}).json()["tags"] == nlohmann::json({"harbour", "river"}));
    const Run again = sandbox.run({"tag", "+river", "1"});
    CHECK(again.status == 0);
    CHECK(again.out.empty());
    CHECK(again.err == "newsarc: note: every article has these tags already\n");
}

TEST_CASE("tags go to what a query finds, or to ids from a pipe") {
    const TwoArticles sandbox;
    CHECK(sandbox.run({"tag", "--dry-run", "+flood", "--query", "portvale barges"}).out ==
          "would tag 1  River Port Reopens After Flood  (flood)\n");
    CHECK(sandbox.run({"search", "tag:flood"}).status == 1);
    const Run run = sandbox.run({"tag", "+flood", "--query", "portvale barges", "--json"});
    CHECK(run.json()["changed"][0]["id"] == 1);
    CHECK(run.json()["changed"][0]["tags"] == nlohmann::json({"flood"}));
    CHECK(run.json()["unchanged"] == 0);
    CHECK(sandbox.shell("newsarc search --ids farmers | newsarc tag +dyke -").status == 0);
    CHECK(sandbox.run({"search", "--ids", "tag:dyke"}).out == "2\n");
    const Run none = sandbox.run({"tag", "+x", "--query", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.err == "newsarc: note: no article matches: zeppelin\n");
}

TEST_CASE("tag alone lists the tags, the most frequent first") {
    const TwoArticles sandbox;
    CHECK(sandbox.run({"tag"}).status == 1);
    REQUIRE(sandbox.run({"tag", "+river", "1", "2"}).status == 0);
    REQUIRE(sandbox.run({"tag", "+draft", "1"}).status == 0);
    CHECK(sandbox.run({"tag"}).out == "2  river\n1  draft\n");
    CHECK(sandbox.run({"tag", "--json"}).json()["tags"][1] ==
          nlohmann::json({{"value", "draft"}, {"count", 1}}));
}

TEST_CASE("tags that look like options are taken where no option is meant, or after --") {
    const TwoArticles sandbox;
    REQUIRE(sandbox.run({"tag", "+b", "+q", "+quiet", "+a b", "1"}).status == 0);
    CHECK(sandbox.run({"tag", "-b", "1"}).out.find("(a b, q, quiet)") != std::string::npos);
    CHECK(sandbox.run({"tag", "--", "-q", "-quiet", "-a b", "1"}).out.find("(no tags)") != std::string::npos);
}

TEST_CASE("what tag cannot do it says") {
    const TwoArticles sandbox;
    CHECK(sandbox.run({"tag", "1"}).err.find("no tag was given") != std::string::npos);
    CHECK(sandbox.run({"tag", "+x"}).err.find("no article was named") != std::string::npos);
    CHECK(sandbox.run({"tag", "+x", "1", "--query", "y"}).err.find("do not go together") !=
          std::string::npos);
    CHECK(sandbox.run({"tag", "+\a", "1"}).err.find("cannot be a tag") != std::string::npos);
    const Run missing = sandbox.run({"tag", "+x", "99", "1"});
    CHECK(missing.status == 1);
    CHECK(missing.err.find("no article has the id 99") != std::string::npos);
    CHECK(sandbox.run({"search", "--ids", "tag:x"}).out == "1\n");
}

TEST_CASE("a tag is renamed everywhere, and joins one that is there") {
    const TwoArticles sandbox;
    REQUIRE(sandbox.run({"tag", "-q", "+flod", "1", "2"}).status == 0);
    REQUIRE(sandbox.run({"tag", "-q", "+flood", "2"}).status == 0);
    CHECK(sandbox.run({"tag", "--rename", "flod", "flood", "--dry-run"}).out.find("would tag 1") == 0);
    const Run run = sandbox.run({"tag", "--rename", "flod", "flood"});
    CHECK(run.status == 0);
    CHECK(run.out ==
          "tagged 1  River Port Reopens After Flood  (flood)\n"
          "tagged 2  Council Votes for Higher Dykes  (flood)\n");
    CHECK(sandbox.run({"tag"}).out == "2  flood\n");
    CHECK(sandbox.run({"tag", "--rename", "flod", "flood"}).status == 1);
    CHECK(sandbox.run({"tag", "--rename", "Flood", "x"}).status == 1);
    for (const std::vector<std::string>& more :
         std::vector<std::vector<std::string>>{{}, {"a", "b"}, {"-a"}, {"a", "--query", "x"}}) {
        std::vector<std::string> arguments{"tag", "--rename", "flood"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        CHECK(sandbox.run(arguments).status == 2);
    }
}

TEST_CASE("a tag with a comma in it is told to be one") {
    const TwoArticles archive;
    const Run run = archive.run({"tag", "+war,peace", "1"});
    CHECK(run.status == 0);
    CHECK(run.err == "newsarc: note: a tag with a comma in it is one tag; two are given as +a +b\n");
    CHECK(archive.run({"tag", "-war,peace", "+war", "+peace", "1"}).err.empty());
}
