// Which articles a command works on: every one takes ids, or a query, in the same way.

#include "program/sandbox.hpp"
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
        const Run wrong = archive.run({command, "portvale", "--since", "never"});
        CHECK(wrong.status == 2);
        CHECK(wrong.err.find("--since takes a date, not 'never'\nhint: a date is such as 2025") !=
              std::string::npos);
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

TEST_CASE("where articles are selected a restriction that cannot be read is an error with its place") {
    const Archive archive;
    struct Row {
        std::string query, what, carets, hint;
    };
    for (const Row& row : {
             Row{"portvale since:foo", "since: does not take 'foo'", "         ^^^^^^^^^",
                 "a date is such as 2025"},
             Row{"has:foo portvale", "has: does not take 'foo'", "^^^^^^^", "it takes headline, credit"},
             Row{"id:x", "id: does not take 'x'", "^^^^", "it takes a number, or six"},
             Row{"portvale credt:Post", "credt: is no field", "         ^^^^^^^^^^", "did you mean credit:?"},
             Row{"credit: Post", "credit: stands apart from its value", "^^^^^^^^^^^^", "write credit:Post"},
             Row{"portvale !flood", "!flood is no operator here", "         ^^^^^^", "write -flood"},
         }) {
        const std::string wanted =
            "newsarc: error: " + row.what + "\n" + row.query + "\n" + row.carets + "\nhint: " + row.hint;
        for (const std::vector<std::string>& command : {std::vector<std::string>{"list", row.query},
                                                        {"list", "--count", row.query},
                                                        {"stats", row.query},
                                                        {"export", row.query},
                                                        {"duplicates", row.query},
                                                        {"links", "--query", row.query},
                                                        {"tag", "+x", "--query", row.query},
                                                        {"edit", "--set", "deck=x", "--query", row.query},
                                                        {"remove", "--force", "--query", row.query}}) {
            INFO(command.front() << " " << row.query);
            const Run run = archive.run(command);
            CHECK(run.status == 2);
            CHECK(run.out.empty());
            CHECK(run.err.starts_with(wanted));
        }
    }
    CHECK(archive.run({"list", "--json", "has:foo"}).json_error()["code"] == "usage");
    CHECK(archive.run({"list", "--format", "{id}{deck}{tags}"}).out == "2\n1\n");
}

TEST_CASE("a search takes a restriction that cannot be read as words, and says so below the hits") {
    const Archive archive;
    const Run run = archive.run({"search", "portvale has:foo"});
    CHECK(run.status == 0);
    CHECK(
        run.err.find("note: has: does not take 'foo', so it was taken as words; it takes headline, credit") !=
        std::string::npos);
    const Run shown = archive.run_on_terminal({"search", "portvale has:foo"});
    CHECK(shown.out.find("2 articles") < shown.out.find("note: has: does not take"));
}

TEST_CASE("names of fields in other programs are understood where a query is taken") {
    const Archive archive;
    CHECK(archive.run({"list", "--ids", "source:dyke"}).out == "2\n");
    CHECK(archive.run({"list", "--ids", "title:flood"}).out == "1\n");
    CHECK(archive.run({"list", "--ids", "credit:(post OR dyke) -text:barges"}).out == "2\n");
    CHECK(archive.run({"list", "--ids", "added:this year"}).out == "2\n1\n");
    CHECK(archive.run({"list", "--ids", "--since", "last month"}).status == 1);
}
