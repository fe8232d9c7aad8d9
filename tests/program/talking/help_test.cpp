#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("the version is told, and that of the SQLite in use, wherever it is asked for") {
    const Sandbox sandbox;
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"--version"}, {"search", "--version"}, {"--version", "list"}}) {
        const Run run = sandbox.run(arguments);
        CHECK(run.status == 0);
        CHECK(run.out.starts_with("newsarc 0."));
        CHECK(run.out.find("\nSQLite 3.") != std::string::npos);
        CHECK(run.err.empty());
    }
}

TEST_CASE("help leads with examples and goes to standard output") {
    const Sandbox sandbox;
    const Run overview = sandbox.run({"--help"});
    CHECK(overview.status == 0);
    CHECK(overview.out == golden("help.txt", overview.out));
    CHECK(overview.err.empty());
    const Run search = sandbox.run({"search", "--help"});
    CHECK(search.status == 0);
    CHECK(search.out == golden("help-search.txt", search.out));
}

TEST_CASE("help is found wherever it is looked for") {
    const Sandbox sandbox;
    const std::string overview = sandbox.run({"--help"}).out;
    const std::string search = sandbox.run({"search", "--help"}).out;
    CHECK(sandbox.run({"-h"}).out == overview);
    CHECK(sandbox.run({"help"}).out == overview);
    CHECK(sandbox.run({"search", "-h"}).out == search);
    CHECK(sandbox.run({"-h", "search"}).out == search);
    CHECK(sandbox.run({"--help", "search"}).out == search);
    CHECK(sandbox.run({"help", "search"}).out == search);
    CHECK(sandbox.run({"search", "words", "--help"}).out == search);
}

TEST_CASE("help explains topics, by their names or the beginning of one") {
    const Sandbox sandbox;
    const Run topic = sandbox.run({"help", "query-language"});
    CHECK(topic.status == 0);
    CHECK(topic.out.starts_with("The query language\n\n"));
    CHECK(topic.out.find("  headline:   words of the headline") != std::string::npos);
    CHECK(sandbox.run({"help", "query"}).out == topic.out);
    for (const char* name : {"formats", "parsing", "configuration", "ranking", "storage"})
        CHECK(sandbox.run({"help", name}).out.size() > 500);
    const Run unknown = sandbox.run({"help", "formts"});
    CHECK(unknown.status == 2);
    CHECK(unknown.err.find("there is no help on 'formts'") != std::string::npos);
    CHECK(unknown.err.find("did you mean formats?") != std::string::npos);
    CHECK(sandbox.run({"help", "list"}).out == sandbox.run({"list", "--help"}).out);
}

TEST_CASE("help names topics, not the files they are made from") {
    const Sandbox sandbox;
    for (const char* name :
         {"reporters", "researchers", "coming-from", "query-language", "languages", "formats", "parsing",
          "configuration", "near-duplicates", "ranking", "reliability", "storage"}) {
        INFO(name);
        const std::string text = sandbox.run({"help", name}).out;
        for (const char* file : {"ranking.md", "storage.md", "exchange.md", "parsing.md", "duplicates.md",
                                 "query-language.md", "reporters.md", "researchers.md"})
            CHECK(text.find(file) == std::string::npos);
    }
}

TEST_CASE("no command at all is an error that says how to begin") {
    const Sandbox sandbox;
    const Run run = sandbox.run({});
    CHECK(run.status == 2);
    CHECK(run.out.empty());
    CHECK(run.err ==
          "newsarc: error: no command was given\n"
          "hint: newsarc --help lists the commands; to begin: newsarc add FILE-OR-FOLDER...\n");
}
