// Which articles a command works on: every one takes ids, or a query, in the same way.

#include "sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

using Archive = TwoArticles;

TEST_CASE("what takes a query takes filters") {
    const Archive archive;
    for (const char* command : {"search", "list"}) {
        INFO(command);
        CHECK(archive.run({command, "--ids", "portvale", "--credit", "Dyke Weekly"}).out == "2\n");
        CHECK(archive.run({command, "--ids", "--credit", "Dyke Weekly"}).out == "2\n");
        CHECK(archive.run({command, "--ids", "portvale", "--tag", "none"}).status == 1);
        CHECK(archive.run({command, "portvale", "--until", "2025-03"}).status == 1);
        const Run wrong = archive.run({command, "portvale", "--since", "march"});
        CHECK(wrong.status == 2);
        CHECK(wrong.err.find("--since takes a date, not 'march'\nhint: such as 2025") != std::string::npos);
    }
    CHECK(archive.run({"stats", "--json", "--credit", "Dyke Weekly"}).json()["articles"] == 1);
    CHECK(archive.run({"export", "--credit", "Dyke Weekly"}).json()["id"] == 2);
    archive.write("topics", "1\tportvale\n");
    CHECK(archive.run({"search", "--batch", "topics", "--json", "--credit", "Dyke Weekly"}).json()["total"] ==
          1);
}

TEST_CASE("what takes ids takes a query instead") {
    const Archive archive;
    REQUIRE(archive.run({"search", "-q", "--save", "dykes", "credit:\"Dyke Weekly\""}).status == 0);
    CHECK(archive.run({"tag", "+x", "--query", "@dykes"}).status == 0);
    CHECK(archive.run({"list", "--ids", "tag:x"}).out == "2\n");
    CHECK(archive.run({"tag", "+y", "--query", "@dykes headline:port"}).status == 1);
    CHECK(archive.run({"edit", "--query", "tag:x", "--set", "credit=New Weekly"}).out ==
          "changed 2  Council Votes for Higher Dykes\n");
    CHECK(archive.run({"list", "--ids", "credit:new"}).out == "2\n");
    CHECK(archive.run({"links", "--query", "headline:flood", "--format", "{from} {kind}"}).out ==
          "1 related\n1 promotion\n");
    const Run none = archive.run({"links", "--query", "zeppelin"});
    CHECK(none.status == 1);
    CHECK(none.out.empty());
    CHECK(none.err == "newsarc: note: no article matches: zeppelin\n");
    CHECK(archive.run({"remove", "--force", "--query", "credit:new"}).out ==
          "removed 2  Council Votes for Higher Dykes\n");
    CHECK(archive.run({"list", "--ids"}).out == "1\n");
}

TEST_CASE("a query and ids do not go together, and one of them is needed") {
    const Archive archive;
    for (const std::vector<std::string>& command :
         {std::vector<std::string>{"tag", "+x"}, {"remove", "--force"}, {"edit", "--set", "deck=x"}}) {
        INFO(command.front());
        std::vector<std::string> both = command;
        both.insert(both.end(), {"1", "--query", "portvale"});
        const Run run = archive.run(both);
        CHECK(run.status == 2);
        CHECK(run.err.find("ids and a query do not go together\nhint: name articles by their ids, or") !=
              std::string::npos);
        CHECK(archive.run(command).err.find("no article was named\n") != std::string::npos);
    }
    CHECK(archive.run({"links", "1", "--query", "portvale"}).status == 2);
    CHECK(archive.run({"edit", "--print", "--query", "portvale"})
              .err.find("several articles are changed by --set and --unset alone\n") != std::string::npos);
}

TEST_CASE("several articles are edited by their ids") {
    Archive archive;
    archive.standard_input = "1\n2\n";
    CHECK(archive.run({"edit", "--set", "deck=Both", "-"}).status == 0);
    CHECK(archive.run({"list", "--format", "{id} {deck}"}).out == "2 Both\n1 Both\n");
}

TEST_CASE("an empty list of ids on standard input selects nothing") {
    const Archive archive;
    for (const char* command : {"tag +x -", "remove --force -", "edit --set deck=x -", "links -", "show -"}) {
        INFO(command);
        const Run run = archive.shell(std::string("newsarc ") + command + " </dev/null");
        CHECK(run.status == 1);
        CHECK(run.out.empty());
        CHECK(run.err == "newsarc: note: there is no id on standard input\n");
    }
    CHECK(archive.run({"list", "--ids"}).out == "2\n1\n");
}

TEST_CASE("a saved search that is not there is refused where articles are selected") {
    const Archive archive;
    for (const std::vector<std::string>& command : {std::vector<std::string>{"list", "@nobody"},
                                                    {"stats", "@nobody"},
                                                    {"export", "@nobody"},
                                                    {"duplicates", "@nobody"},
                                                    {"tag", "+x", "--query", "@nobody"},
                                                    {"remove", "--force", "--query", "@nobody"},
                                                    {"links", "--query", "@nobody"}}) {
        INFO(command.front());
        const Run run = archive.run(command);
        CHECK(run.status == 2);
        CHECK(run.err.find("no saved search has the name nobody\n") != std::string::npos);
    }
    CHECK(archive.run({"list", "--ids"}).out == "2\n1\n");
}

TEST_CASE("a line of a batch may name a saved search") {
    const Archive archive;
    REQUIRE(archive.run({"search", "-q", "--save", "dykes", "meadows"}).status == 0);
    archive.write("topics", "1\t@dykes\n2\t@dykes zeppelin\n");
    const auto answers = archive.run({"search", "--batch", "topics", "--json"}).json_lines();
    REQUIRE(answers.size() == 2);
    CHECK(answers[0]["query"] == "meadows");
    CHECK(answers[1]["query"] == "(meadows) zeppelin");
}

TEST_CASE(
    "commands that take ids take a query and what narrows it, and those that take a query take it by name") {
    const TwoArticles sandbox;
    REQUIRE(sandbox.run({"tag", "-q", "+draft", "2"}).status == 0);
    CHECK(sandbox.run({"tag", "-q", "+x", "--credit", "dyke weekly"}).status == 0);
    CHECK(sandbox.run({"list", "--ids", "--query", "tag:x"}).out == "2\n");
    CHECK(sandbox.run({"list", "--ids", "--query=tag:x", "dykes"}).out == "2\n");
    CHECK(sandbox.run({"edit", "--tag", "draft", "--set", "credit=Dyke Monthly"}).status == 0);
    CHECK(sandbox.run({"links", "--credit", "dyke"}).status == 1);
    CHECK(sandbox.run({"remove", "--dry-run", "--query", "dykes", "--tag", "draft"}).out ==
          "would remove 2  Council Votes for Higher Dykes\n");
    CHECK(sandbox.run({"remove", "--dry-run", "--tag", "none"}).status == 1);
    CHECK(sandbox.run({"remove", "--dry-run", "--since", "soon"}).status == 2);
    CHECK(sandbox.run({"remove", "--dry-run", "--tag", "draft", "2"}).status == 2);
    CHECK(sandbox.run({"duplicates", "--query", "dykes"}).status == 1);
    CHECK(sandbox.run({"remove", "--dry-run", "dykes"}).err.find("--query 'dykes' names those") !=
          std::string::npos);
}
