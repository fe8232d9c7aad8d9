#include <filesystem>

#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("add says what it stored, with the id") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    const Run run = sandbox.run({"add", "a.txt"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("added 1  River Port Reopens After Flood\n1 added ("));
    CHECK(run.err.empty());
}

TEST_CASE("add --json prints an object an input and then the summary") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.write("b.txt", dyke_article);
    sandbox.write("c.txt", port_article);
    const Run run = sandbox.run({"add", "--json", "a.txt", "b.txt", "c.txt", "missing.txt"});
    CHECK(run.status == 3);
    const auto lines = run.json_lines();
    REQUIRE(lines.size() == 5);
    CHECK(lines[0]["status"] == "added");
    CHECK(lines[0]["id"] == 1);
    CHECK(lines[0]["path"] == "a.txt");
    CHECK(lines[0]["headline"] == "River Port Reopens After Flood");
    for (const char* field : {"uid", "key", "of", "similarity", "error"})
        CHECK(lines[0].contains(field));
    CHECK(lines[1]["status"] == "added");
    CHECK(lines[1]["id"] == 2);
    CHECK(lines[2]["status"] == "duplicate");
    CHECK(lines[2]["of"] == 1);
    CHECK(lines[2]["uid"] == lines[0]["uid"]);
    CHECK(lines[3]["status"] == "failed");
    CHECK(lines[3]["path"] == "missing.txt");
    CHECK(lines[3]["id"].is_null());
    CHECK(lines[3]["error"].is_string());
    const auto& summary = lines[4]["summary"];
    CHECK(summary["added"] == 2);
    CHECK(summary["updated"] == 0);
    CHECK(summary["duplicates"] == 1);
    CHECK(summary["near_duplicates"] == 0);
    CHECK(summary["failed"] == 1);
    CHECK(summary["bytes"] == 2 * port_article.size() + dyke_article.size());
    CHECK(summary["seconds"].is_number());
    CHECK(run.json_error()["code"] == "not_found");
}

TEST_CASE("add notes how many articles were read with doubt, and a query finds them") {
    const Sandbox sandbox;
    sandbox.write("port.txt", port_article);
    sandbox.write("flash.txt", "Narrows Ferry Runs Aground Off Port Ellery\n");
    sandbox.write("latin.txt",
                  "Caf\xE9 Burns Down on the Quay\n\nA caf\xE9 burned down on the quay on Monday night.\n");
    const std::string note = "newsarc: note: 2 of them with warnings";
    const std::string bodyless = ", 1 without a body (newsarc parse --explain FILE)\n";
    const Run dry = sandbox.run({"add", "--dry-run", "port.txt", "flash.txt", "latin.txt"});
    CHECK(dry.err == note + " (newsarc add --dry-run --verbose)" + bodyless);
    const Run run = sandbox.run({"add", "port.txt", "flash.txt", "latin.txt"});
    CHECK(run.status == 0);
    CHECK(run.err == note + " (newsarc list has:warning)" + bodyless);
    CHECK(sandbox.run({"list", "--count", "has:warning"}).out == "2\n");
    CHECK(sandbox.run({"list", "--count", "-has:warning"}).out == "1\n");
    CHECK(sandbox.run({"add", "port.txt", "flash.txt", "latin.txt"}).err.empty());
}

TEST_CASE("what is quiet, or told as JSON, has no note on warnings") {
    const Sandbox sandbox;
    sandbox.write("flash.txt", "Narrows Ferry Runs Aground Off Port Ellery\n");
    CHECK(sandbox.run({"add", "--dry-run", "--quiet", "flash.txt"}).err.empty());
    const Run run = sandbox.run({"add", "--json", "flash.txt"});
    CHECK(run.err.empty());
    CHECK(run.json_lines()[0]["warnings"][0] == "no body was found");
}

TEST_CASE("the same article is not stored twice, in one run or in two") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    const Run again = sandbox.run({"add", "a.txt"});
    CHECK(again.status == 0);
    CHECK(again.out.starts_with("0 added, 1 unchanged ("));
    sandbox.write("b.txt", port_article);
    const Run copy = sandbox.run({"add", "b.txt"});
    CHECK(copy.out.starts_with("duplicate of 1  River Port Reopens After Flood\n0 added, 1 duplicate ("));
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
}

TEST_CASE("a folder is taken in with its folders, hidden files left out") {
    const Sandbox sandbox;
    sandbox.write("in/b.txt", port_article);
    sandbox.write("in/a/c.txt", dyke_article);
    sandbox.write("in/.hidden.txt", "A hidden article\n\nNobody is to see it.\n");
    std::filesystem::create_directory_symlink("..", sandbox.at("in/loop"));
    const Run run = sandbox.run({"add", "--json", "in"});
    CHECK(run.status == 0);
    const auto lines = run.json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["path"] == "in/a/c.txt");
    CHECK(lines[1]["path"] == "in/b.txt");
    CHECK(run.err.find("in/loop") != std::string::npos);
}

TEST_CASE("standard input is an input") {
    Sandbox sandbox;
    sandbox.standard_input = port_article;
    CHECK(sandbox.run({"add", "-"}).status == 0);
    CHECK(sandbox.run({"show", "1"}).out.find("Portvale") != std::string::npos);
    CHECK(sandbox.shell("cat /dev/null | newsarc add -").status == 2);
}

TEST_CASE("inputs that fail do not keep the others out") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.write("empty.txt", "");
    sandbox.write("b.txt", dyke_article);
    const Run run = sandbox.run({"add", "empty.txt", "a.txt", "missing.txt", "b.txt"});
    CHECK(run.status == 3);
    CHECK(run.out.find("2 added, 2 failed (") != std::string::npos);
    CHECK(run.err.find("newsarc: error: missing.txt: ") != std::string::npos);
    CHECK(run.err.find("newsarc: error: empty.txt: ") != std::string::npos);
    // Known already and stored anew are both done.
    CHECK(sandbox.run({"add", "a.txt", "missing.txt"}).status == 3);
}

TEST_CASE("a dry run tells and stores nothing") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.write("b.txt", dyke_article);
    const Run first = sandbox.run({"add", "--dry-run", "a.txt"});
    CHECK(first.status == 0);
    CHECK(first.out.starts_with("would add  River Port Reopens After Flood\n1 would be added ("));
    CHECK_FALSE(sandbox.exists("home/.local"));
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    const auto lines = sandbox.run({"add", "--dry-run", "--json", "a.txt", "b.txt"}).json_lines();
    REQUIRE(lines.size() == 3);
    CHECK(lines[0]["status"] == "duplicate");
    CHECK(lines[1]["status"] == "added");
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
}

TEST_CASE("the charset can be given, and one that nobody knows is an error") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Caf\xE9 reopens\n\nThe caf\xE9 by the port is open again.\n");
    const Run run = sandbox.run({"add", "--encoding", "latin1", "a.txt"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("added 1  Café reopens\n"));
    const Run bad = sandbox.run({"add", "--encoding", "klingon-8", "a.txt"});
    CHECK(bad.status == 2);
    CHECK(bad.err.find("klingon-8") != std::string::npos);
}

TEST_CASE("with --quiet an add says only what failed, and sums it up") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    const Run run = sandbox.run({"add", "--quiet", "a.txt", "missing.txt"});
    CHECK(run.status == 3);
    CHECK(run.out.starts_with("1 added, 1 failed ("));
    CHECK(run.err.find("missing.txt") != std::string::npos);
}

TEST_CASE("an add goes on when nobody reads what it says") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.write("b.txt", dyke_article);
    const Run run = sandbox.shell("{ newsarc add a.txt b.txt --json; echo $? > status; } | true");
    CHECK(sandbox.read("status") == "0\n");
    CHECK(run.err.empty());
    CHECK(sandbox.run({"list", "--ids"}).out.size() == 4);
}

TEST_CASE("quiet leaves the last line of an add, and twice quiet leaves nothing") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.write("b.txt", dyke_article);
    CHECK(sandbox.run({"add", "-q", "a.txt"}).out.starts_with("1 added ("));
    CHECK(sandbox.run({"add", "-qq", "b.txt"}).out.empty());
    CHECK(sandbox.run({"-q", "add", "a.txt", "-q"}).out.empty());
}
