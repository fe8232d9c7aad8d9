#include "input/warc_samples.hpp"
#include "sandbox.hpp"
#include "support/catch.hpp"
#include "support/packed.hpp"

using namespace newsarc::tests;

TEST_CASE("a saved page is stored as the story in it, and given back as it came") {
    const Sandbox sandbox;
    sandbox.write("bridge.html", whole_page);
    REQUIRE(sandbox.run({"add", "bridge.html"}).status == 0);
    const auto article = sandbox.run({"show", "1", "--json"}).json();
    CHECK(article["headline"] == "Bridge Closed Until May");
    CHECK(article["deck"] == "Ships and lorries have to wait or take the long way round.");
    CHECK(article["byline"] == "Jane Roe");
    CHECK(article["published"] == "2025-01-21T08:00:00+01:00");
    CHECK(article["updated"] == "2025-01-22T09:30:00+01:00");
    CHECK(article["credit"] == "The Harbour Post");
    CHECK(article["key"] == "https://post.example/2025/01/21/bridge-closed");
    CHECK(article["language"] == "en");
    const std::string body = article["body"];
    CHECK(body.starts_with(first_paragraph + "\n\nHalf an hour longer\n\n" + second_paragraph));
    CHECK(body.ends_with(third_paragraph));
    CHECK(article["notes"][0]["kind"] == "caption");
    CHECK(sandbox.run({"show", "1", "--format", "original"}).out == whole_page);
}

TEST_CASE("a page that was saved again updates its article") {
    const Sandbox sandbox;
    sandbox.write("a.html", whole_page);
    std::string later = whole_page;
    later.replace(later.find("end of May"), 10, "end of July");
    sandbox.write("b.html", later);
    REQUIRE(sandbox.run({"add", "a.html"}).status == 0);
    const auto results = sandbox.run({"add", "--json", "b.html"}).json_lines();
    CHECK(results[0]["status"] == "updated");
    CHECK(results[0]["id"] == 1);
}

TEST_CASE("a page is known by its content, unless --kind says otherwise") {
    const Sandbox sandbox;
    sandbox.write("bridge.txt", whole_page);
    CHECK(sandbox.run({"parse", "--json", "bridge.txt"}).json()["headline"] == "Bridge Closed Until May");
    const auto as_text = sandbox.run({"parse", "--json", "--kind", "text", "bridge.txt"}).json();
    CHECK(as_text["headline"] != "Bridge Closed Until May");
    CHECK(sandbox.run({"parse", "--kind", "gramophone", "bridge.txt"}).status == 2);
}

TEST_CASE("parse --explain tells of each block of a page what became of it") {
    const Sandbox sandbox;
    sandbox.write("bridge.html", whole_page);
    const auto article = sandbox.run({"parse", "--explain", "--json", "bridge.html"}).json();
    bool told = false;
    for (const auto& line : article["lines"]) {
        if (line["text"].get<std::string>().find("Sign up") == std::string::npos) continue;
        told = true;
        CHECK(line["type"] == "furniture");
        CHECK_FALSE(line["rule"].get<std::string>().empty());
    }
    CHECK(told);
}

TEST_CASE("a page without a story fails with its title") {
    const Sandbox sandbox;
    sandbox.write("login.html", "<html><title>Sign in to read on</title><body><form><input></form>");
    const auto run = sandbox.run({"add", "--json", "login.html"});
    CHECK(run.status == 2);
    const auto result = run.json_lines()[0];
    CHECK(result["status"] == "failed");
    CHECK(result["error"].get<std::string>().find("Sign in to read on") != std::string::npos);
}

TEST_CASE("the pages of a web archive are stored, each under its address") {
    const Sandbox sandbox;
    const std::string one =
        packed(warc_record("response", "https://post.example/one", http_page(page_of("One Bridge"))));
    const std::string two =
        packed(warc_record("response", "<https://post.example/two>", http_page(page_of("Two Bridges"))));
    const std::string none =
        packed(warc_record("response", "https://post.example/none", http_page("<html><p>Log in")));
    sandbox.write("crawl.warc.gz", one + none + two);
    const Run run = sandbox.run({"add", "--json", "crawl.warc.gz"});
    CHECK(run.status == 3);
    const auto results = run.json_lines();
    REQUIRE(results.size() == 4);
    CHECK(results[0]["key"] == "https://post.example/one");
    CHECK(results[0]["path"] == "crawl.warc.gz");
    CHECK(results[1]["key"] == "https://post.example/two");
    CHECK(results[2]["path"] == "crawl.warc.gz, https://post.example/none");
    CHECK(results[2]["status"] == "failed");
    CHECK(sandbox.run({"show", "2", "--format", "original"}).out == one + none + two);
    CHECK(sandbox.run({"add", "--json", "crawl.warc.gz"}).json_lines()[0]["status"] == "duplicate");
}
