// The server for assistants as a client starts it; tests/mcp has the rest.

#include <sqlite3.h>

#include "program/sandbox.hpp"
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

/// What the server answers to requests, as a client has it that ends the server once it has read all.
Run answers(Sandbox& box, const std::string& options,
            const std::vector<std::pair<std::string, json>>& calls) {
    box.write("calls", requests(calls));
    return box.shell("mkfifo to from; '" + newsarc::test::program_path() + "' mcp " + options +
                     " < to > from & exec 3> to 4< from; cat calls >&3; for call in $(seq " +
                     std::to_string(calls.size()) +
                     "); do IFS= read -r line <&4; printf '%s\\n' \"$line\"; done; exec 3>&-; wait $!; "
                     "status=$?; rm to from; exit $status");
}

}  // namespace

TEST_CASE("tools answer what the commands answer") {
    TwoArticles box;
    const Run run = answers(box, "",
                            {{"search_articles", {{"query", "portvale dykes"}}},
                             {"get_article", {{"id", "1"}}},
                             {"related_articles", {{"id", "1"}}},
                             {"archive_stats", json::object()},
                             {"cite_articles", {{"ids", {"1", "2"}}, {"format", "bibtex"}}},
                             {"list_articles", {{"sort", "added"}}}});
    CHECK(run.status == 0);
    CHECK(run.err.empty());
    const std::vector<json> lines = run.json_lines();
    REQUIRE(lines.size() == 6);
    const auto told = [&](std::size_t call) { return lines[call]["result"]["structuredContent"]; };

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
    const std::vector<std::pair<std::string, json>> tagging{
        {"tag_articles", {{"ids", {"1"}}, {"add", {"flood"}}}}};
    CHECK(answers(box, "", tagging).json()["error"]["code"] == -32602);
    CHECK(box.run({"list", "--ids", "tag:flood"}).out.empty());
    CHECK(answers(box, "--allow-tags", tagging).json()["result"]["structuredContent"]["changed"] == 1);
    CHECK(box.run({"list", "--ids", "tag:flood"}).out == "1\n");
}

TEST_CASE("a server for assistants needs no archive before it is asked something of one") {
    Sandbox box;
    const Run run = answers(box, "", {{"archive_stats", json::object()}});
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

TEST_CASE("a server for assistants does not outlive its client to wait for an archive") {
    TwoArticles box;
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(box.at("home/.local/share/newsarc/archive.db").c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN EXCLUSIVE", nullptr, nullptr, nullptr) == SQLITE_OK);
    // The client is gone once it has asked. Had the archive been waited for, there would be an answer: that
    // it is busy.
    box.standard_input = requests({{"archive_stats", json::object()}});
    const Run run = box.run({"mcp"});
    sqlite3_close(other);
    CHECK(run.status == 0);
    CHECK(run.out.empty());
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
    static_cast<void>(box.shell("rm to from"));
    const Run next = answers(box, "", {{"search_articles", {{"query", "tag:flood"}}}});
    CHECK(next.json()["result"]["structuredContent"]["total"] == 1);
    CHECK(box.run({"check"}).status == 0);
}
