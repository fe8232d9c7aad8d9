#include "program/sandbox.hpp"
#include "support/catch.hpp"

using namespace newsarc::tests;

namespace {

const std::string story =
    "The river port of Portvale reopened on Monday, and the first grain barges came back to its quays "
    "after weeks of dredging.\n\nThe harbour master thanked the volunteers who had filled sandbags along "
    "the lower basin.\n\nShippers had sent their loads by road for as long as the basin was closed.\n";

/// Two articles that are nearly the same, and one that is not.
void fill(const Sandbox& sandbox) {
    sandbox.write("in/a.txt", "Credit: Harbour Post\n\nPort reopens\n\n" + story);
    sandbox.write("in/b.txt", dyke_article);
    sandbox.write("in/c.txt", "Credit: River Echo\n\nBarges are back\n\n" + story);
    REQUIRE(sandbox.run({"add", "-q", "in"}).status == 0);
}

}  // namespace

TEST_CASE("add tells of a near duplicate, and stores it") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Port reopens\n\n" + story);
    sandbox.write("b.txt", "Barges are back\n\n" + story);
    const Run run = sandbox.run({"add", "a.txt", "b.txt"});
    CHECK(run.status == 0);
    CHECK(run.out.find("added 2  Barges are back  (much like 1)\n2 stored: 1 new, 1 much like others (") !=
          std::string::npos);
    const Run again = sandbox.run({"-A", "other.db", "add", "--json", "a.txt", "b.txt"});
    const auto lines = again.json_lines();
    CHECK(lines[1]["status"] == "near_duplicate");
    CHECK(lines[1]["id"] == 2);
    CHECK(lines[1]["of"] == 1);
    CHECK(lines[1]["similarity"] > .9);
    CHECK(lines[2]["summary"]["near_duplicates"] == 1);
}

TEST_CASE("reprints are passed over with --near-duplicates skip") {
    const Sandbox sandbox;
    sandbox.write("a.txt", "Port reopens\n\n" + story);
    sandbox.write("b.txt", "Barges are back\n\n" + story);
    const Run run = sandbox.run({"add", "--near-duplicates", "skip", "a.txt", "b.txt"});
    CHECK(run.status == 0);
    CHECK(run.out.find("\npassed over, much like 1  Barges are back\n") != std::string::npos);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    sandbox.write("b.jsonl", "{\"headline\": \"Barges\", \"body\": " + nlohmann::json(story).dump() + "}\n");
    const Run import = sandbox.run({"import", "--near-duplicates=skip", "b.jsonl", "--json"});
    CHECK(import.status == 0);
    CHECK(import.json_lines()[0]["id"].is_null());
    CHECK(import.json_lines()[0]["of"] == 1);
    CHECK(sandbox.run({"list", "--ids"}).out == "1\n");
    CHECK(sandbox.run({"add", "--near-duplicates", "drop", "b.txt"}).status == 2);
}

TEST_CASE("duplicates lists the groups of near duplicates") {
    const Sandbox sandbox;
    fill(sandbox);
    const Run text = sandbox.run({"duplicates"});
    CHECK(text.status == 0);
    CHECK(text.out.find(" % like 3\t1\t-\tHarbour Post\tPort reopens\n") != std::string::npos);
    CHECK(text.out.find(" % like 1\t3\t-\tRiver Echo\tBarges are back\n") != std::string::npos);
    const auto json = sandbox.run({"duplicates", "--json"}).json();
    CHECK(json["size"] == 2);
    CHECK(json["articles"][0]["id"] == 1);
    CHECK(json["articles"][1]["headline"] == "Barges are back");
    CHECK(json["articles"][1]["of"] == 1);
    CHECK(json["articles"][1]["similarity"] > .9);
    CHECK(json["articles"][1]["published"].is_null());
    CHECK(sandbox.run({"duplicates", "--ids"}).out == "3\n");
    CHECK(sandbox.run({"duplicates", "--offset", "1"}).status == 1);
    CHECK(sandbox.run({"duplicates", "--ids", "--json"}).status == 2);
}

TEST_CASE("an archive without near duplicates says so") {
    const Sandbox sandbox;
    sandbox.write("a.txt", port_article);
    REQUIRE(sandbox.run({"add", "-q", "a.txt"}).status == 0);
    const Run run = sandbox.run({"duplicates"});
    CHECK(run.status == 1);
    CHECK(run.out.empty());
    CHECK(run.err == "newsarc: note: no near duplicates there\n");
}

TEST_CASE("show names the near duplicates of an article in a line") {
    const Sandbox sandbox;
    fill(sandbox);
    CHECK(sandbox.run({"show", "1"}).out.ends_with("\nNear duplicates: id 3\n"));
    CHECK(sandbox.run({"show", "2"}).out.find("Near duplicates") == std::string::npos);
}

TEST_CASE("search shows one of each group when asked") {
    const Sandbox sandbox;
    fill(sandbox);
    CHECK(sandbox.run({"search", "--count", "portvale"}).out == "3\n");
    CHECK(sandbox.run({"search", "--count", "--group", "portvale"}).out == "2\n");
    CHECK(sandbox.run({"search", "--group", "portvale"}).out.find("1 similar") != std::string::npos);
    const auto json = sandbox.run({"search", "--group", "--json", "barges"}).json();
    REQUIRE(json["hits"].size() == 1);
    CHECK(json["hits"][0]["similar"] == 1);
    CHECK(sandbox.run({"search", "is:duplicate", "--ids"}).out == "3\n");
    CHECK(sandbox.run({"search", "barges -is:duplicate", "--ids"}).out == "1\n");
}
