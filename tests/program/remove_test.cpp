#include "sandbox.hpp"
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
    CHECK(sandbox.run({"add", "a.txt", "--json"}).json_lines()[0]["id"] == 3);
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
