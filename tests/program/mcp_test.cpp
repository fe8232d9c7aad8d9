// The server for assistants as a client starts it; tests/mcp has the rest.

#include "sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;

namespace {

using nlohmann::json;

/// Requests of the modern era, one a line.
std::string requests(const std::vector<std::pair<std::string, json>>& calls) {
    std::string out;
    int id = 0;
    for (const auto& [tool, arguments] : calls) {
        const json meta{{"io.modelcontextprotocol/protocolVersion", "2026-07-28"},
                        {"io.modelcontextprotocol/clientCapabilities", json::object()}};
        out += json{{"jsonrpc", "2.0"},
                    {"id", ++id},
                    {"method", "tools/call"},
                    {"params", {{"name", tool}, {"arguments", arguments}, {"_meta", meta}}}}
                   .dump() +
               "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("tools answer what the commands answer") {
    TwoArticles box;
    box.standard_input = requests({{"search_articles", {{"query", "portvale dykes"}}},
                                   {"get_article", {{"id", "1"}}},
                                   {"related_articles", {{"id", "1"}}},
                                   {"archive_stats", json::object()},
                                   {"cite_articles", {{"ids", {"1", "2"}}, {"format", "bibtex"}}},
                                   {"list_articles", {{"sort", "added"}}}});
    const Run run = box.run({"mcp"});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    const std::vector<json> answers = run.json_lines();
    REQUIRE(answers.size() == 6);
    const auto told = [&](std::size_t call) { return answers[call]["result"]["structuredContent"]; };

    const json search = box.run({"search", "--json", "portvale dykes"}).json();
    CHECK(told(0)["total"] == search["total"]);
    CHECK(told(0)["total_all_words"] == search["total_all_words"]);
    REQUIRE(told(0)["hits"].size() == search["hits"].size());
    for (std::size_t i = 0; i < search["hits"].size(); ++i) {
        for (const char* name : {"id", "uid", "score", "headline", "snippet"})
            CHECK(told(0)["hits"][i][name] == search["hits"][i][name]);
    }
    const json article = box.run({"show", "--json", "1"}).json();
    for (const char* name : {"uid", "headline", "credit", "body", "words"})
        CHECK(told(1)[name] == article[name]);
    CHECK(told(1)["links"].size() == article["links"].size());
    CHECK_FALSE(told(1).contains("path"));
    CHECK(told(2)["total"] == box.run({"related", "--json", "1"}).json()["total"]);
    CHECK(told(3)["fields"]["credit"] == box.run({"stats", "--json"}).json()["fields"]["credit"]);
    CHECK(told(4)["citations"] == box.run({"show", "--format", "bibtex", "1", "2"}).out);
    CHECK(told(5)["articles"][0]["id"] == 2);
}

TEST_CASE("a server for assistants changes tags only when it is told that it may") {
    TwoArticles box;
    box.standard_input = requests({{"tag_articles", {{"ids", {"1"}}, {"add", {"flood"}}}}});
    CHECK(box.run({"mcp"}).json()["error"]["code"] == -32602);
    CHECK(box.run({"list", "--ids", "tag:flood"}).out.empty());
    CHECK(box.run({"mcp", "--allow-tags"}).json()["result"]["structuredContent"]["changed"] == 1);
    CHECK(box.run({"list", "--ids", "tag:flood"}).out == "1\n");
}

TEST_CASE("a server for assistants needs no archive before it is asked something of one") {
    Sandbox box;
    box.standard_input = requests({{"archive_stats", json::object()}});
    const Run run = box.run({"mcp"});
    CHECK(run.status == 0);
    CHECK(run.json()["result"]["isError"] == true);
    const std::string text = run.json()["result"]["content"][0]["text"];
    CHECK(text.find("hint: make one with: newsarc add FILE-OR-FOLDER...") != std::string::npos);
}

TEST_CASE("a server for assistants ends with its streams") {
    TwoArticles box;
    CHECK(box.run({"mcp"}).status == 0);
    CHECK(box.run({"mcp"}).out.empty());
    CHECK(box.shell("newsarc mcp <&-").status == 2);
    box.standard_input = requests({{"archive_stats", json::object()}});
    const Run full = box.shell("newsarc mcp > /dev/full");
    CHECK(full.status == 2);
    CHECK(full.err.starts_with("newsarc: error: cannot write to standard output: "));
}

TEST_CASE("a server for assistants that is killed leaves nothing that the next one stumbles over") {
    TwoArticles box;
    const std::string program = "'" + newsarc::test::program_path() + "' mcp --allow-tags";
    box.write("calls", requests({{"tag_articles", {{"ids", {"1"}}, {"add", {"flood"}}}},
                                 {"archive_stats", json::object()}}));
    const Run killed =
        box.shell("mkfifo to from; " + program +
                  " < to > from & exec 3> to 4< from; cat calls >&3; read -r line <&4; kill -9 $!; "
                  "wait $!; echo $?; exec 3>&- 4<&-");
    CHECK(killed.out.ends_with("137\n"));
    box.standard_input = requests({{"search_articles", {{"query", "tag:flood"}}}});
    CHECK(box.run({"mcp"}).json()["result"]["structuredContent"]["total"] == 1);
    CHECK(box.run({"check"}).status == 0);
}
