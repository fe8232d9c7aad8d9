#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

TEST_CASE("parse prints the article object without an archive") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    const Run run = sandbox.run({"parse", "a.txt", "--json"});
    CHECK(run.status == 0);
    const auto article = run.json();
    CHECK(article["id"].is_null());
    CHECK(article["added"].is_null());
    CHECK(article["headline"] == "River Port Reopens After Flood");
    CHECK(article["path"] == "a.txt");
    CHECK_FALSE(sandbox.exists("home/.local"));
}

TEST_CASE("parse and show give the same article") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "a.txt"}).status == 0);
    auto parsed = sandbox.run({"parse", "a.txt", "--json"}).json();
    const auto shown = sandbox.run({"show", "1", "--json"}).json();
    parsed["id"] = shown["id"];
    parsed["added"] = shown["added"];
    // The archive has the path that holds from anywhere.
    CHECK(shown["path"].get<std::string>().ends_with("/a.txt"));
    parsed["path"] = shown["path"];
    CHECK(parsed == shown);
}

TEST_CASE("parse reads standard input and several files") {
    Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    sandbox.standard_input = dyke_article;
    const auto lines = sandbox.run({"parse", "--json", "a.txt", "-"}).json_lines();
    REQUIRE(lines.size() == 2);
    CHECK(lines[1]["headline"] == "Council Votes for Higher Dykes");
    CHECK(lines[1]["path"].is_null());
}

TEST_CASE("a file that fails does not keep parse from the others") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    const Run run = sandbox.run({"parse", "--json", "missing.txt", "a.txt"});
    CHECK(run.status == 2);
    CHECK(run.json_lines().size() == 1);
    CHECK(run.json_error()["code"] == "not_found");
}

TEST_CASE("parse --explain shows each line, its class and the rule") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    const Run run = sandbox.run({"parse", "--explain", "a.txt"});
    CHECK(run.status == 0);
    CHECK(run.out.starts_with("River Port Reopens After Flood\nbytes 0 to "));
    CHECK(run.out.find("    1 credit        Credit: The Harbour Post\n") != std::string::npos);
    CHECK(run.out.find("    3 headline      River Port Reopens After Flood\n") != std::string::npos);
    const auto article = sandbox.run({"parse", "--explain", "--json", "a.txt"}).json();
    CHECK(article["headline"] == "River Port Reopens After Flood");
    CHECK(article["lines"][0]["number"] == 1);
    CHECK(article["lines"][0]["type"] == "credit");
    CHECK(article["lines"][0]["rule"].is_string());
}
