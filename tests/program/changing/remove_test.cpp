#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("remove takes articles out of everything") {
    const TwoArticles sandbox;
    const Run run = sandbox.run({"remove", "--force", "1"});
    CHECK(run.status == 0);
    CHECK(run.out == "removed 1  River Port Reopens After Flood\n");
    CHECK(run.err.empty());
    CHECK(sandbox.run({"list", "--ids"}).out == "2\n");
    CHECK(sandbox.run({"show", "1"}).status == 1);
    CHECK(sandbox.run({"search", "barges"}).status == 1);
    CHECK(sandbox.run({"search", "portvale", "--ids"}).out == "2\n");
    sandbox.write("a.txt", port_article);
    CHECK(sandbox.run({"add", "--again", "a.txt", "--json"}).json_lines()[0]["id"] == 3);
}

TEST_CASE("off a terminal remove wants to be forced") {
    const TwoArticles sandbox;
    const Run run = sandbox.run({"remove", "1"});
    CHECK(run.status == 2);
    CHECK(run.err.find("there is nobody to ask") != std::string::npos);
    CHECK(run.err.find("hint: --dry-run shows what would be removed, --force removes it") !=
          std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
}

TEST_CASE("a dry run of remove removes nothing") {
    TwoArticles sandbox;
    sandbox.standard_input = "2\n\n1\n2\n";
    const Run run = sandbox.run({"remove", "--dry-run", "-"});
    CHECK(run.status == 0);
    CHECK(run.out ==
          "would remove 2  Council Votes for Higher Dykes\nwould remove 1  River Port Reopens After Flood\n");
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
}

TEST_CASE("remove tells of ids that are not there, and removes the others") {
    const TwoArticles sandbox;
    const Run run = sandbox.run({"remove", "-f", "--json", "99", "2"});
    CHECK(run.status == 1);
    CHECK(run.json()["removed"].size() == 1);
    CHECK(run.json()["removed"][0]["id"] == 2);
    CHECK(run.json()["removed"][0]["headline"] == "Council Votes for Higher Dykes");
    CHECK(run.json()["missing"][0] == "99");
    CHECK(run.json()["dry_run"] == false);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    CHECK(sandbox.run({"remove", "-f", "2"}).status == 1);
    CHECK(sandbox.run({"-A", "none.db", "remove", "-f", "2"}).status == 2);
}

TEST_CASE("found articles are removed through a pipe") {
    const TwoArticles sandbox;
    const Run run = sandbox.shell("newsarc search --ids barges | newsarc remove --force -q -");
    CHECK(run.status == 0);
    CHECK(run.out.empty());
    CHECK(sandbox.run({"list", "--ids"}).out == "2\n");
}

TEST_CASE("optimize leaves nothing of what was removed") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("port.txt", port_article);
    sandbox.write("dyke.txt", dyke_article);
    REQUIRE(sandbox.run({"add", "port.txt", "dyke.txt"}).status == 0);
    CHECK(sandbox.read("news.db").find("grain barges") != std::string::npos);
    REQUIRE(sandbox.run({"remove", "--force", "1"}).status == 0);
    const Run run = sandbox.run({"optimize", "--json"});
    CHECK(run.status == 0);
    CHECK(run.json()["bytes_after"] <= run.json()["bytes_before"]);
    const std::string bytes = sandbox.read("news.db");
    for (const char* text : {"grain barges", "dredg", "barg", "Harbour", "harbour", "volunt", "port.txt"}) {
        INFO(text);
        CHECK(bytes.find(text) == std::string::npos);
    }
    // That it was removed is known all the same, and no more of it.
    CHECK(sandbox.run({"remove", "--list"}).out.find("1  ") == 0);
    CHECK(sandbox.run({"add", "port.txt"}).out.find("passed over, removed before") == 0);
    CHECK(bytes.find("Farmers upstream") != std::string::npos);
    CHECK(sandbox.run({"search", "farmers", "--ids"}).out == "2\n");
    CHECK(sandbox.run({"optimize"}).out.find(" MB before, ") != std::string::npos);
    CHECK(sandbox.run({"-A", "none.db", "optimize"}).status == 2);
}

TEST_CASE("on a terminal remove shows what it would remove, and asks") {
    TwoArticles sandbox;
    sandbox.environment["NO_COLOR"] = "1";
    for (const std::string no : {"n\n", "\n", "\004", "sure\n"}) {
        sandbox.standard_input = no;
        const Run run = sandbox.run_on_terminal({"remove", "2"});
        INFO(run.out);
        CHECK(run.status == 1);
        CHECK(run.out.find("Council Votes for Higher Dykes\nRemove this article for good? [y/N] ") !=
              std::string::npos);
        CHECK(run.out.find("nothing was removed") != std::string::npos);
    }
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
    sandbox.standard_input = "yes\n";
    const Run run = sandbox.run_on_terminal({"remove", "2", "1"});
    CHECK(run.status == 0);
    CHECK(run.out.find("Remove these articles for good? [y/N] ") != std::string::npos);
    CHECK(sandbox.run({"list"}).status == 1);
}

TEST_CASE("what was removed does not come back with its folder until it is asked for again") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("in/port.txt", port_article);
    sandbox.write("in/dyke.txt", dyke_article);
    const std::string both =
        "Credit: Mill Post\n\nMill Opens\n\nFlour is ground at the weir.\n\n***\n\n"
        "Credit: Mill Post\n\nBridge Shut\n\nThe rivets fail.\n";
    sandbox.write("in/two.txt", both);
    REQUIRE(sandbox.run({"add", "-q", "in"}).status == 0);
    REQUIRE(sandbox.run({"list", "--ids"}).out.size() == 8);
    CHECK(sandbox.run({"remove", "--list"}).status == 1);
    REQUIRE(sandbox.run({"remove", "-qf", "--query", "port OR mill"}).status == 0);
    const auto ids_left = sandbox.run({"list", "--ids", "--sort", "oldest"}).out;

    SECTION("as it was, and without its file being read") {
        const Run run = sandbox.run({"add", "in"});
        CHECK(run.status == 0);
        CHECK(run.out.find("2 passed over: removed before") != std::string::npos);
        CHECK(run.out.find("River Port") == std::string::npos);
        CHECK(sandbox.run({"list", "--ids", "--sort", "oldest"}).out == ids_left);
    }
    SECTION("elsewhere, as a copy and from standard input") {
        sandbox.write("copy/x.txt", port_article);
        const Run run = sandbox.run({"add", "--json", "copy"});
        CHECK(run.json_lines()[0]["status"] == "removed_before");
        CHECK(run.json_lines()[0]["headline"] == "River Port Reopens After Flood");
        CHECK(run.json_lines()[0]["id"].is_null());
        CHECK(run.json_lines()[1]["summary"]["removed_before"] == 1);
        CHECK(sandbox.shell("newsarc add - < in/port.txt")
                  .out.find("passed over, removed before  River Port") == 0);
    }
    SECTION("with a few other words under its headline, in the same file") {
        sandbox.write("in/port.txt", std::string(port_article) + "\nA word more.\n");
        sandbox.write("in/two.txt", both + "\nA word more.\n");
        const Run run = sandbox.run({"add", "in"});
        CHECK(run.out.find("passed over, removed before  River Port Reopens After Flood\n") !=
              std::string::npos);
        CHECK(run.out.find("passed over, removed before  Mill Opens\n") != std::string::npos);
        CHECK(run.out.find("updated 4  Bridge Shut\n") != std::string::npos);
        CHECK(sandbox.run({"list", "--ids", "--sort", "oldest"}).out == ids_left);
    }
    SECTION("but another story in that file is new") {
        sandbox.write("in/port.txt", "Ferry Fares Rise\n\nA crossing costs four crowns.\n");
        CHECK(sandbox.run({"add", "in"}).out.find("added 5  Ferry Fares Rise\n") != std::string::npos);
    }
    SECTION("it is taken again with --again, once and for all") {
        CHECK(sandbox.run({"add", "--again", "--dry-run", "in"}).out.find("would add  River Port") !=
              std::string::npos);
        const Run run = sandbox.run({"add", "--again", "in"});
        CHECK(run.out.find("  River Port Reopens After Flood\n") != std::string::npos);
        CHECK(run.out.find("  Mill Opens\n") != std::string::npos);
        CHECK(sandbox.run({"remove", "--list"}).status == 1);
        CHECK(sandbox.run({"add", "in"}).out.find("4 unchanged") != std::string::npos);
    }
    SECTION("or when its removal is forgotten") {
        const Run list = sandbox.run({"remove", "--list"});
        CHECK(list.out.find("2  ") == 0);
        CHECK(list.out.find("  River Port Reopens After Flood  (") != std::string::npos);
        const auto lines = sandbox.run({"remove", "--list", "--json"}).json_lines();
        REQUIRE(lines.size() == 2);
        CHECK(lines[0]["headline"] == "River Port Reopens After Flood");
        const std::string uid = lines[0]["uid"];
        CHECK(sandbox.run({"remove", "--forget", "99"}).status == 1);
        CHECK(sandbox.run({"remove", "--forget", uid.substr(0, 8)}).out ==
              "forgotten 2  River Port Reopens After Flood\n");
        const Run run = sandbox.run({"add", "in"});
        CHECK(run.out.find("added 5  River Port Reopens After Flood\n") != std::string::npos);
        CHECK(run.out.find("1 passed over: removed before") != std::string::npos);
        CHECK(sandbox.run({"remove", "--list"}).out.find("River Port") == std::string::npos);
    }
    CHECK(sandbox.run({"check"}).status == 0);
}

TEST_CASE("a record that was removed does not come back under its key or as it was") {
    Sandbox sandbox;
    sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("news.db");
    sandbox.write("a.jsonl",
                  "{\"key\": \"k\", \"headline\": \"Mill Opens\"}\n{\"headline\": \"Bridge Shut\"}\n");
    REQUIRE(sandbox.run({"import", "-q", "a.jsonl"}).status == 0);
    REQUIRE(sandbox.run({"remove", "-qf", "1", "2"}).status == 0);
    sandbox.write("a.jsonl",
                  "{\"key\": \"k\", \"headline\": \"Mill Shuts\"}\n{\"headline\": \"Bridge Shut\"}\n");
    CHECK(sandbox.run({"import", "a.jsonl"}).out.find("2 passed over: removed before") != std::string::npos);
    CHECK(sandbox.run({"import", "--again", "a.jsonl"}).out.find("added 3  Mill Shuts\n") == 0);
    CHECK(sandbox.run({"import", "a.jsonl"}).out.find("2 duplicates") != std::string::npos);
}

TEST_CASE("options that do not go together are told by remove") {
    const TwoArticles sandbox;
    for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
             {"--list", "1"}, {"--list", "--forget"}, {"--forget"}, {"--forget", "--query", "x"}}) {
        std::vector<std::string> all{"remove"};
        all.insert(all.end(), arguments.begin(), arguments.end());
        CHECK(sandbox.run(all).status == 2);
    }
}
