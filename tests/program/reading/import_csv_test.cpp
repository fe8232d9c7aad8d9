#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;

TEST_CASE("a CSV file is imported by its header") {
    Sandbox sandbox;
    sandbox.write("table.csv",
                  "title,text,author,date,url\r\n"
                  "River port reopens,\"Barges came, one\r\nafter the other.\",Jane "
                  "Roe,2025-01-21,https://a.example/1\r\n"
                  "Council votes,Higher dykes.,,2025-02,https://a.example/2\r\n");
    const Run run = sandbox.run({"import", "table.csv", "--json"});
    CHECK(run.status == 0);
    REQUIRE(run.json_lines().size() == 3);
    CHECK(run.json_lines()[0]["key"] == "https://a.example/1");
    const auto article = sandbox.run({"show", "1", "--json"}).json();
    CHECK(article["headline"] == "River port reopens");
    CHECK(article["body"] == "Barges came, one\nafter the other.");
    CHECK(article["byline"] == "Jane Roe");
    CHECK(article["published"] == "2025-01-21");
    CHECK(sandbox.run({"import", "table.csv", "--json"}).json_lines()[0]["status"] == "duplicate");
}

TEST_CASE("columns of any name are mapped to fields") {
    Sandbox sandbox;
    sandbox.write("table.txt", "what;who;colour\nRiver port reopens;Jane Roe;red\n");
    const Run run = sandbox.run({"import", "--map", "what=headline", "--map=who=byline", "table.txt"});
    CHECK(run.status == 0);
    CHECK(run.err.find("kept in `extra`: `colour`") != std::string::npos);
    CHECK(sandbox.run({"show", "1", "--json"}).json()["byline"] == "Jane Roe");
    sandbox.standard_input = "headline\nCouncil votes\n";
    CHECK(sandbox.run({"import", "--format", "csv", "-"}).status == 0);
    CHECK(sandbox.run({"list", "--ids"}).out == "2\n1\n");
}

TEST_CASE("bad lines of a table are named and passed over") {
    Sandbox sandbox;
    sandbox.write("table.csv",
                  "headline,date\n"
                  "Good,2025-01-21\n"
                  "One field\n"
                  "\"two\nlines\",someday\n"
                  "\"x\"y,2025\n"
                  "Good too,2025\n"
                  "\"open,2025\n");
    const Run run = sandbox.run({"import", "table.csv"});
    CHECK(run.status == 3);
    CHECK(run.err.find("table.csv:3: 1 fields, where the header names 2") != std::string::npos);
    CHECK(run.err.find("table.csv:6: there is text behind the quote") != std::string::npos);
    CHECK(run.err.find("table.csv:8: a quote is opened here and never closed") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids", "--sort", "added"}).out == "3\n2\n1\n");
    CHECK(sandbox.run({"list", "two", "--format", "{extra.published} {warnings}"}).out ==
          "someday published: 'someday' is no date in ISO 8601; kept as extra\n");
}

TEST_CASE("a table that cannot be understood is refused before anything is stored") {
    Sandbox sandbox;
    sandbox.write("table.csv", "colour,date\nred,2025\n");
    sandbox.write("empty.csv", "");
    const Run run = sandbox.run({"import", "table.csv"});
    CHECK(run.status == 2);
    CHECK(run.err.find("--map NAME=headline") != std::string::npos);
    CHECK(
        sandbox.run({"import", "--map", "colour=headlin", "table.csv"}).err.find("did you mean headline?") !=
        std::string::npos);
    CHECK(sandbox.run({"import", "--map", "colr=headline", "table.csv"}).err.find("colour, date") !=
          std::string::npos);
    CHECK(sandbox.run({"import", "--max-size", "much", "table.csv"}).status == 2);
    CHECK(sandbox.run({"import", "empty.csv"}).status == 2);
    CHECK_FALSE(sandbox.exists("home/.local/share/newsarc/archive.db"));
}

TEST_CASE("what export writes as CSV, import reads") {
    Sandbox sandbox;
    REQUIRE(sandbox.run({"add", newsarc::test::source_path("data")}).status == 0);
    sandbox.write("a.jsonl",
                  R"({"headline":"=1+1","credit":"'@x","body":"-a,\"b\"\n\n+c","tags":["x","y"]})");
    REQUIRE(sandbox.run({"import", "a.jsonl"}).status == 0);
    REQUIRE(sandbox.run({"export", "--format", "csv", "-o", "all.csv"}).status == 0);
    const Run run = sandbox.run({"-A", "other.db", "import", "all.csv"});
    CHECK(run.status == 0);
    CHECK(run.err.find("extra") == std::string::npos);
    CHECK(sandbox.run({"-A", "other.db", "export"}).json_lines() == sandbox.run({"export"}).json_lines());
}

TEST_CASE("a record that is too long is named") {
    Sandbox sandbox;
    sandbox.write("a.csv",
                  "headline\n\"" + std::string(3000, 'x') + "\n" + std::string(3000, 'y') + "\"\nGood\n");
    const Run run = sandbox.run({"import", "--max-size", "4K", "a.csv"});
    CHECK(run.status == 3);
    CHECK(run.err.find("a.csv:2") != std::string::npos);
}

TEST_CASE("dates of a table are read as add reads them, and none that cannot be loses its row") {
    Sandbox sandbox;
    sandbox.write(
        "dates.csv",
        "title,date\nOne,20250304\nTwo,\"March 4, 2025\"\nThree,N/A\nFour,2025-3-4\nFive,03/04/2025\n");
    const Run run = sandbox.run({"import", "dates.csv"});
    CHECK(run.status == 0);
    CHECK(sandbox.run({"list", "--sort", "added", "--format", "{headline} {published}"}).out ==
          "Five 2025-04-03\nFour 2025-03-04\nThree \nTwo 2025-03-04\nOne 2025-03-04\n");
    CHECK(sandbox.run({"list", "--ids", "has:warning"}).out == "5\n3\n");
    CHECK(sandbox.run({"-A", "other.db", "import", "--date-order", "mdy", "dates.csv"}).status == 0);
    CHECK(sandbox.run({"-A", "other.db", "list", "--ids", "has:warning"}).out == "3\n");
    CHECK(sandbox.run({"-A", "other.db", "list", "published:2025-03-04", "--count"}).out == "4\n");
}

TEST_CASE("a table on standard input is told from JSON by its first line") {
    Sandbox sandbox;
    sandbox.standard_input = "title;text\nOne;Two\n";
    CHECK(sandbox.run({"import", "-"}).status == 0);
    CHECK(sandbox.run({"list", "--format", "{headline}"}).out == "One\n");
    sandbox.standard_input = "River port reopens\n\nBarges came.\n";
    CHECK(sandbox.run({"import", "-"}).err.find("but text\nhint: articles that are text") !=
          std::string::npos);
}
