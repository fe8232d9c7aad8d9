#include "sandbox.hpp"
#include "support/catch.hpp"

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
    sandbox.write("a.jsonl",
                  "{\"headline\": \"Port\\u001b[2J\\u009b\", \"credit\": \"Bad\\u001b]0;x\\u0007\"}\n");
    REQUIRE(sandbox.run({"-A", "a.db", "import", "-q", "a.jsonl"}).status == 0);
    for (const char* word : {"show", "search"}) {
        const Run run = sandbox.run({"completions", "fish", "--", "-A", "a.db", word, "credit:"});
        CHECK(run.out.find('\x1B') == std::string::npos);
    }
    CHECK(sandbox.run({"completions", "fish", "--", "-A", "a.db", "show", ""}).out.find('\x1B') ==
          std::string::npos);
}
