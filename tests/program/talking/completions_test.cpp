#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/harmless.hpp"

using namespace newsarc::tests;

TEST_CASE("completions prints the script of a shell") {
    const Sandbox sandbox;
    for (const char* shell : {"bash", "zsh", "fish"}) {
        const Run run = sandbox.run({"completions", shell});
        CHECK(run.status == 0);
        CHECK(run.out.find(std::string("newsarc completions ") + shell) == std::string::npos);
        CHECK(run.out.find(std::string("completions ") + shell + " -- ") != std::string::npos);
    }
    const Run unknown = sandbox.run({"completions", "bsh"});
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("did you mean bash?") != std::string::npos);
}

TEST_CASE("completions tells how a command line may go on") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"-A", "a.db", "add", "-q", "a.txt"}).status == 0);
    CHECK(sandbox.run({"completions", "zsh", "--", "sea"}).out ==
          "words\nsearch\tfind articles, best first\n");
    CHECK(sandbox.run({"-A", "a.db", "completions", "fish", "--", "search", "credit:"}).out ==
          "words\ncredit:\"The Harbour Post\"\t1 article\n");
    CHECK(sandbox.run({"completions", "bash", "--", "-A", "a.db", "search", "credit:Th"}).out ==
          "words\ncredit:\\\"The\\ Harbour\\ Post\\\"\n");
    CHECK(sandbox.run({"completions", "bash", "--", "-A", "a.db", "search", "'credit:\"Th"}).out ==
          "words\ncredit:\"The Harbour Post\"\n");
    CHECK(sandbox.run({"completions", "zsh", "--", "-A", "a.db", "show", ""}).out ==
          "words\n1\tRiver Port Reopens After Flood\n");
    CHECK(sandbox.run({"completions", "zsh", "--", "add", ""}).out == "files\n");
    CHECK(sandbox.run({"completions", "zsh", "--", "search", "cred"}).out.starts_with("unfinished\ncredit:"));
}

TEST_CASE("completions of an archive that is not there are none, and no error") {
    const Sandbox sandbox;
    const Run run = sandbox.run({"completions", "zsh", "--", "search", "credit:"});
    CHECK(run.status == 0);
    CHECK(run.out == "words\n");
    CHECK(run.err.empty());
    CHECK_FALSE(sandbox.exists("home/.local"));
}

TEST_CASE("what is offered cannot command the terminal") {
    const Sandbox sandbox;
    // As JSON has them: escape sequences, C1, bidirectional controls, what cannot be seen.
    for (const char* bad :
         {"\\u001b[2J", "\\u009b31m", "\\u202edesrever", "\\u2066x\\u2069", "\\u2060", "\\ufeff"}) {
        INFO(bad);
        const std::string value = std::string("Bad") + bad;
        sandbox.write("a.jsonl", R"({"headline":"Port )" + value + R"(","credit":")" + value +
                                     R"(","byline":")" + value + R"(","tags":["good",")" + value +
                                     R"("],"links":[{"kind":"body","url":)" + R"("https://)" + value +
                                     R"(.example/"}]})" + "\n");
        REQUIRE(sandbox.run({"-A", "a.db", "import", "-q", "a.jsonl"}).status != 2);
        for (const std::vector<std::string>& words :
             std::vector<std::vector<std::string>>{{"show", ""},
                                                   {"search", "credit:"},
                                                   {"search", "byline:"},
                                                   {"search", "tag:"},
                                                   {"search", "site:"},
                                                   {"list", "--credit", ""},
                                                   {"list", "--tag", ""},
                                                   {"tag", "+"},
                                                   {"links", "--host", ""}}) {
            for (const char* shell : {"bash", "zsh", "fish"}) {
                std::vector<std::string> line{"completions", shell, "--", "-A", "a.db"};
                line.insert(line.end(), words.begin(), words.end());
                const Run run = sandbox.run(line);
                CHECK(run.status == 0);
                CHECK(newsarc::test::harm_in(run.out).value_or("") == "");
            }
        }
    }
    CHECK(sandbox.run({"completions", "fish", "--", "-A", "a.db", "tag", "+g"})
              .out.starts_with("words\n+good\t"));
}

TEST_CASE("a saved search takes no name that cannot be seen") {
    const TwoArticles sandbox;
    for (const char* name : {"a\u009B", "a\u202Eb", "\u2060", "a\u206F"})
        CHECK(sandbox.run({"search", "--save", name, "flood"}).status == 2);
    CHECK(sandbox.run({"search", "--save", "überschwemmung-\u0928\u0926\u0940", "flood"}).status == 0);
}
