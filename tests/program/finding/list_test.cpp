#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public TwoArticles {
public:
    Archive() {
        write("in/c.txt", "Tuesday market grows\n\nStalls now reach the old bridge.\n");
        REQUIRE(run({"add", "in"}).status == 0);
    }
};

}  // namespace

TEST_CASE("list prints a line an article") {
    const Archive archive;
    const Run run = archive.run({"list", "--sort", "added"});
    CHECK(run.status == 0);
    CHECK(run.out == golden("list.txt", run.out));
}

TEST_CASE("list takes a limit, an offset and an order") {
    const Archive archive;
    const auto ids = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"list", "--ids"});
        return archive.run(options).out;
    };
    CHECK(ids({"--sort", "added"}) == "3\n2\n1\n");
    CHECK(ids({"--sort", "added", "-n", "2"}) == "3\n2\n");
    CHECK(ids({"--sort=added", "--offset", "1"}) == "2\n1\n");
    CHECK(ids({"--sort", "added", "-n1", "--offset=1"}) == "2\n");
}

TEST_CASE("list --json prints an article object a line") {
    const Archive archive;
    const auto lines = archive.run({"list", "--json", "--sort", "added"}).json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0] == archive.run({"show", "--json", "3"}).json());
}

TEST_CASE("a list of nothing has status 1") {
    const Archive archive;
    const Run run = archive.run({"list", "--offset", "99"});
    CHECK(run.status == 1);
    CHECK(run.out.empty());
    CHECK(run.err == "newsarc: note: nothing to list there\n");
    CHECK(archive.run({"list", "-q", "--offset", "99"}).err.empty());
}

TEST_CASE("options are taken before and after the command") {
    const Archive archive;
    const std::string expected = archive.run({"list", "--json"}).out;
    CHECK(archive.run({"--json", "list"}).out == expected);
    CHECK(archive.run({"--json", "-q", "list", "--no-pager"}).out == expected);
    CHECK(archive.run({"list", "--", "--json"}).status == 1);
    CHECK(archive.run({"list", "--ids", "--json"}).status == 2);
}

TEST_CASE("list is narrowed by a query, and by options that stand for its fields") {
    const Archive archive;
    const auto ids = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"list", "--ids", "--sort", "added"});
        return archive.run(options).out;
    };
    CHECK(ids({"credit:dyke"}) == "2\n");
    CHECK(ids({"--credit", "Dyke Weekly"}) == "2\n");
    CHECK(ids({"--credit", "Dyke Weekly", "market"}).empty());
    CHECK(ids({"portvale"}) == "2\n1\n");
    CHECK(ids({"portvale", "farmers"}) == "2\n");
    CHECK(ids({"--since", "2020"}).empty());
    CHECK(archive.run({"list", "--since", "two weeks"})
              .err.starts_with(
                  "newsarc: error: --since takes a date, not 'two weeks'\nhint: a date is such as 2025, "));
    CHECK(ids({"--tag", "none"}).empty());
    CHECK(ids({"--credit", "\" OR *"}).empty());
    const Run none = archive.run({"list", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.err == "newsarc: note: no article matches: zeppelin\n");
    CHECK(archive.run({"list", ""}).err ==
          "newsarc: note: the query holds nothing to look for; * finds all\n");
}

TEST_CASE("a list takes forms for other programs, and a template") {
    const Archive archive;
    CHECK(archive.run({"edit", "1", "--set", "published=2025-01-21"}).status == 0);
    CHECK(archive.run({"list", "--sort", "oldest", "-n", "1", "--format", "{id} {published:%a %e %B %Y}"})
              .out == "1 Tue 21 January 2025\n");
    const std::string rows = archive.run({"list", "--format", "csv", "-n", "1", "barges"}).out;
    CHECK(rows.starts_with("id,uid,key,headline,"));
    CHECK(rows == archive.run({"export", "--format", "csv", "barges"}).out);
    for (const char* name : {"json", "jsonl"})
        CHECK(archive.run({"list", "--format", name}).out == archive.run({"list", "--json"}).out);
    CHECK(archive.run({"list", "--format", "text"}).out == archive.run({"list"}).out);
    const Run wrong = archive.run({"list", "--format", "jsn"});
    CHECK(wrong.status == 2);
    CHECK(wrong.err.find("did you mean json? it takes text, json, jsonl, csv, or a template") !=
          std::string::npos);
    CHECK(archive.run({"list", "--format", "csv", "--ids"}).status == 2);
}

TEST_CASE("list --count counts what the query finds, whatever the limit") {
    const Archive archive;
    CHECK(archive.run({"list", "--count", "-n", "1"}).out == "3\n");
    CHECK(archive.run({"list", "--count", "barges"}).out == "1\n");
    const Run none = archive.run({"list", "--count", "zeppelin"});
    CHECK(none.out == "0\n");
    CHECK(none.status == 1);
}

TEST_CASE(
    "in a pipe tabs are between the columns of a list, and an article without a headline has its first "
    "words") {
    Sandbox sandbox;
    sandbox.write(
        "a.jsonl",
        R"({"body": "Barges came one after the other to the quays of the river port, and the first of them was loaded with grain.", "credit": "Post", "published": "2025-01-21"})");
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    CHECK(sandbox.run({"list"}).out ==
          "1\t2025-01-21\tPost\tBarges came one after the other to the quays of the river …\n");
    CHECK(sandbox.run({"tag", "+x", "1"}).out.find("tagged 1  Barges came one after") == 0);
    sandbox.environment["NO_COLOR"] = "1";
    CHECK(sandbox.run_on_terminal({"list"}).out.find("     1  2025-01-21  Post            Barges came") !=
          std::string::npos);
}
