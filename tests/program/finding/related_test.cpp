#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("related finds the articles that are like one, that one left out") {
    const Sandbox sandbox;
    sandbox.write("in/a.txt", port_article);
    sandbox.write("in/b.txt", dyke_article);
    sandbox.write("in/c.txt", "Zeppelin hangar\n\nUnparalleled craftsmanship everywhere.\n");
    for (int i = 0; i < 20; ++i) {
        const std::string number = std::to_string(i);
        sandbox.write("in/other" + number + ".txt",
                      "Report " + number + "\n\nNothing new in town" + number + ".\n");
    }
    REQUIRE(sandbox.run({"add", "-q", "in"}).status == 0);
    const Run run = sandbox.run({"related", "1", "--json"});
    CHECK(run.status == 0);
    REQUIRE(run.json()["hits"].size() == 1);
    CHECK(run.json()["hits"][0]["id"] == 2);
    CHECK(sandbox.run({"related", "1", "--ids"}).out == "2\n");
    const Run text = sandbox.run({"related", "1"});
    CHECK(text.out.starts_with(" 1  Council Votes for Higher Dykes\n"));
    CHECK(text.out.find("all the words") == std::string::npos);
    const Run none = sandbox.run({"related", "3"});
    CHECK(none.status == 1);
    CHECK(none.err == "newsarc: note: no other article is like 3\n");
    CHECK(sandbox.run({"related", "999"}).status == 1);
    CHECK(sandbox.run({"related", "1", "2"}).status == 2);
}
