#include "sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("import stores an article a line, and says so as add does") {
    Sandbox sandbox;
    sandbox.write("articles.jsonl",
                  "{\"key\": \"a\", \"headline\": \"River port reopens\", \"body\": \"Barges came.\"}\n"
                  "\n"
                  "{\"key\": \"b\", \"headline\": \"Council votes\", \"published\": \"2025-01-21\"}\r\n");
    const Run run = sandbox.run({"import", "articles.jsonl", "--json"});
    CHECK(run.status == 0);
    const auto lines = run.json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["status"] == "added");
    CHECK(lines[0]["key"] == "a");
    CHECK(lines[0]["id"] == 1);
    CHECK(lines[2]["summary"]["added"] == 2);
    CHECK(sandbox.run({"show", "2", "--json"}).json()["published"] == "2025-01-21");
    CHECK(sandbox.run({"search", "barges", "--ids"}).out == "1\n");
}

TEST_CASE("importing the same key again updates") {
    Sandbox sandbox;
    sandbox.write("one.jsonl", R"({"key": "a", "headline": "River port reopens"})");
    sandbox.write("two.jsonl", R"({"key": "a", "headline": "River port closes"})");
    CHECK(sandbox.run({"import", "one.jsonl"}).status == 0);
    CHECK(sandbox.run({"import", "one.jsonl", "--json"}).json_lines()[0]["status"] == "duplicate");
    CHECK(sandbox.run({"import", "two.jsonl", "--json"}).json_lines()[0]["status"] == "updated");
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    CHECK(sandbox.run({"search", "reopens", "--ids"}).status == 1);
}

TEST_CASE("what show prints, import reads") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    CHECK(sandbox.run({"add", "a.txt"}).status == 0);
    const Run shown = sandbox.run({"show", "1", "--json"});
    sandbox.standard_input = shown.out;
    CHECK(sandbox.run({"-A", "other.db", "import", "-"}).status == 0);
    CHECK(sandbox.run({"-A", "other.db", "show", "1", "--json"}).out == shown.out);
}

TEST_CASE("bad lines are named and passed over") {
    Sandbox sandbox;
    sandbox.write("mixed.jsonl",
                  "{\"headline\": \"Good\"}\n"
                  "{\"headline\": \n"
                  "{\"colour\": \"red\"}\n"
                  "{\"headline\": \"Good too\", \"colour\": \"red\"}\n");
    const Run run = sandbox.run({"import", "mixed.jsonl"});
    CHECK(run.status == 3);
    CHECK(run.err.find("mixed.jsonl:2") != std::string::npos);
    CHECK(run.err.find("mixed.jsonl:3") != std::string::npos);
    CHECK(run.err.find("`colour`") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out == "2\n1\n");
}

TEST_CASE("import of what cannot be read is an error that stores nothing") {
    Sandbox sandbox;
    sandbox.write("picture.png", "\x89PNG\r\n\x1A\n");
    for (const char* name : {"missing.jsonl", ".", "picture.png"}) {
        INFO(name);
        const Run run = sandbox.run({"import", name});
        CHECK(run.status == 2);
        CHECK(run.err.find("newsarc: error: ") == 0);
        CHECK(run.err.find("hint: ") != std::string::npos);
    }
    CHECK(sandbox.run({"list"}).status == 2);
    CHECK(sandbox.run({"import"}).status == 2);
}

TEST_CASE("a dry run of import stores nothing") {
    Sandbox sandbox;
    sandbox.write("one.jsonl", R"({"key": "a", "headline": "River port reopens"})");
    CHECK(sandbox.run({"import", "--dry-run", "one.jsonl", "--json"}).json_lines()[0]["status"] == "added");
    CHECK(sandbox.run({"list"}).status == 2);
}

TEST_CASE("JSON of another shape is refused with the way to bring it into this one") {
    Sandbox sandbox;
    sandbox.write("indented.json", "{\n  \"headline\": \"Good\"\n}\n");
    sandbox.write("array.json", "[{\"headline\": \"Good\"}]\n");
    CHECK(sandbox.run({"import", "indented.json"}).err.find("jq -c '.' FILE") != std::string::npos);
    CHECK(sandbox.run({"import", "array.json"}).err.find("jq -c '.[]' FILE") != std::string::npos);
}

TEST_CASE("the warning of unknown fields stays readable") {
    Sandbox sandbox;
    std::string line = "{\"headline\": \"Good\"";
    for (int number = 0; number < 100; ++number)
        line += ", \"f" + std::to_string(number) + "\": 1";
    sandbox.write("a.jsonl", line + "}\n");
    const Run run = sandbox.run({"import", "a.jsonl"});
    CHECK(run.status == 0);
    CHECK(run.err.find("and 90 more") != std::string::npos);
}

TEST_CASE("a file of neither records nor an archive is refused as a whole") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Credit: Harbour Post\n\nRiver port reopens\n\nBarges came.\n");
    const Run text = sandbox.run({"import", "a.txt"});
    CHECK(text.status == 2);
    CHECK(text.err.find("a.txt: neither records nor an archive, but text\nhint: articles that are text are "
                        "stored with: newsarc add FILE") != std::string::npos);
    sandbox.write("b.json", "\x89PNG\r\n\x1A\n and more");
    CHECK(sandbox.run({"import", "b.json"})
              .err.find("b.json: neither records nor an archive, but a PNG picture") != std::string::npos);
    // A file that says by its name that it holds records is read line by line.
    sandbox.write("c.jsonl", "oops\n{\"headline\": \"River port reopens\"}\n");
    CHECK(sandbox.run({"import", "c.jsonl"}).status == 3);
}
