// Both eras of the protocol, as the schemas of its specification have them; tests/mcp/clients.mjs holds the
// whole program against clients and schemas that are not ours.

#include "mcp/sample.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::mcp;
using namespace newsarc::mcp::tests;

TEST_CASE("since 2026-07-28 each request says its revision and is answered alone") {
    Served served;
    const Json discovered = served.ask("server/discover");
    CHECK(discovered["result"]["resultType"] == "complete");
    CHECK(discovered["result"]["supportedVersions"] == Json::array({"2026-07-28"}));
    CHECK(discovered["result"]["ttlMs"] == 3'600'000);
    CHECK(discovered["result"]["cacheScope"] == "public");
    CHECK(discovered["result"]["_meta"]["io.modelcontextprotocol/serverInfo"]["version"] == "1.2.3");
    CHECK(served.opened == 0);
    const Json read = served.ask("resources/list");
    CHECK(read["result"]["ttlMs"] == 0);
    CHECK(read["result"]["cacheScope"] == "private");
    CHECK(served.opened == 1);
    const Json called = served.call("search_articles", {{"query", "barges"}});
    CHECK(called["resultType"] == "complete");
    CHECK_FALSE(called.contains("ttlMs"));
    CHECK(served.ask("ping")["error"]["code"] == method_not_found);
    CHECK(served.ask("initialize")["error"]["code"] == method_not_found);
    CHECK(served.ask("no/such")["error"]["code"] == method_not_found);
}

TEST_CASE("a request without its metadata, or of another revision, is refused with what is missing") {
    Served served;
    CHECK(served.ask_formerly("tools/list")["error"]["code"] == invalid_params);
    CHECK(served.ask_formerly("server/discover")["error"]["code"] == invalid_params);
    const auto with_meta = [&](const Json& meta) {
        return served.ask_formerly("tools/list", {{"_meta", meta}})["error"];
    };
    const std::string prefix = "io.modelcontextprotocol/";
    CHECK(with_meta({{prefix + "protocolVersion", "2026-07-28"}})["code"] == invalid_params);
    CHECK(with_meta({{prefix + "protocolVersion", 3},
                     {prefix + "clientCapabilities", Json::object()}})["code"] == invalid_params);
    const Json other = with_meta(
        {{prefix + "protocolVersion", "1900-01-01"}, {prefix + "clientCapabilities", Json::object()}});
    CHECK(other["code"] == unsupported_protocol_version);
    CHECK(other["data"] == Json{{"supported", {"2026-07-28"}}, {"requested", "1900-01-01"}});
}

TEST_CASE("before that, initialize settles a revision for all that follows") {
    for (const char* revision : {"2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"}) {
        Served served;
        const Json result = served.initialize(revision)["result"];
        CHECK(result["protocolVersion"] == revision);
        CHECK(result["serverInfo"]["name"] == "newsarc");
        CHECK_FALSE(result["instructions"].get<std::string>().empty());
        CHECK_FALSE(result.contains("resultType"));
        CHECK(served.send(R"({"jsonrpc":"2.0","method":"notifications/initialized"})").is_null());
        CHECK(served.ask_formerly("ping")["result"] == Json::object());
        CHECK(served.ask_formerly("tools/list")["result"]["tools"].size() == 6);
        const Json called =
            served.ask_formerly("tools/call", {{"name", "archive_stats"}, {"arguments", Json::object()}});
        CHECK(called["result"].contains("structuredContent") == (std::string(revision) >= "2025-06-18"));
        CHECK(served.ask_formerly("server/discover")["error"]["code"] == method_not_found);
        CHECK(served.ask_formerly("resources/read", {{"uri", "newsarc://article/999"}})["error"]["code"] ==
              resource_not_found);
        // Both eras at once on the same connection.
        CHECK(served.ask("tools/list")["result"]["resultType"] == "complete");
    }
    Served served;
    CHECK(served.initialize("1900-01-01")["result"]["protocolVersion"] == "2025-11-25");
    CHECK(served.ask_formerly("initialize")["error"]["code"] == invalid_params);
}

TEST_CASE("what a program has to mend is an error of the protocol") {
    Served served;
    const auto code = [&](const std::string& method, const Json& params) {
        return served.ask(method, params)["error"]["code"];
    };
    CHECK(code("tools/call", {{"name", "no_such_tool"}}) == invalid_params);
    CHECK(code("tools/call", {{"name", "tag_articles"}}) == invalid_params);
    CHECK(code("tools/call", Json::object()) == invalid_params);
    CHECK(code("tools/call", {{"name", "archive_stats"}, {"arguments", 3}}) == invalid_params);
    CHECK(code("tools/list", {{"cursor", "x"}}) == invalid_params);
    CHECK(code("resources/read", {{"uri", "file:///etc/passwd"}}) == invalid_params);
    CHECK(code("resources/read", {{"uri", "newsarc://saved/none"}}) == invalid_params);
    CHECK(code("prompts/get", {{"name", "none"}}) == invalid_params);
    CHECK(code("prompts/get", {{"name", "check_claim"}}) == invalid_params);
}

TEST_CASE("articles and saved searches are resources") {
    Served served;
    const Json resources = served.ask("resources/list")["result"]["resources"];
    REQUIRE(resources.size() == 4);
    CHECK(resources[0]["uri"] == "newsarc://saved/h%C3%B6he");
    CHECK(served.ask("resources/templates/list")["result"]["resourceTemplates"].size() == 2);
    for (const Json& resource : resources) {
        const Json contents = served.ask("resources/read", {{"uri", resource["uri"]}})["result"]["contents"];
        REQUIRE(contents.size() == 1);
        CHECK(contents[0]["uri"] == resource["uri"]);
        CHECK(contents[0]["text"].get<std::string>().find("[quoted text ") != std::string::npos);
    }
    const Json saved =
        served.ask("resources/read", {{"uri", "newsarc://saved/h%C3%B6he"}})["result"]["contents"][0];
    CHECK(saved["text"].get<std::string>().find("Council Votes") != std::string::npos);
}

TEST_CASE("prompts take what the user gives") {
    Served served;
    const Json prompts = served.ask("prompts/list")["result"]["prompts"];
    REQUIRE(prompts.size() == 2);
    for (const Json& prompt : prompts) {
        const Json got = served.ask(
            "prompts/get", {{"name", prompt["name"]},
                            {"arguments", {{prompt["arguments"][0]["name"], "barges in Portvale"}}}});
        const Json& message = got["result"]["messages"][0];
        CHECK(message["role"] == "user");
        CHECK(message["content"]["text"].get<std::string>().find("barges in Portvale") != std::string::npos);
    }
}

TEST_CASE("a subscription is acknowledged, and never told anything") {
    Served served;
    const Json answer = served.ask("subscriptions/listen", {{"notifications", {{"toolsListChanged", true}}}});
    CHECK(answer["method"] == "notifications/subscriptions/acknowledged");
    CHECK(answer["params"]["_meta"]["io.modelcontextprotocol/subscriptionId"] == 1);
    CHECK(answer["params"]["notifications"] == Json::object());
}

TEST_CASE("a request that was cancelled is not answered") {
    Served served;
    served.cancelled = true;
    CHECK(served.call("search_articles", {{"query", "barges"}}).is_null());
    served.cancelled = false;
    CHECK(served.call("search_articles", {{"query", "barges"}})["structuredContent"]["total"] == 1);
}

TEST_CASE("without an archive tools say what the user has to do, and resources are none") {
    Served served(false, []() -> Archive {
        throw Error(ErrorCode::archive_missing, "there is no archive yet", "make one with: newsarc add FILE");
    });
    const Json called = served.call("archive_stats");
    CHECK(called["isError"] == true);
    CHECK(called["content"][0]["text"] ==
          "error: there is no archive yet\nhint: make one with: newsarc add FILE");
    CHECK(served.ask("resources/list")["result"]["resources"] == Json::array());
    CHECK(served.ask("tools/list")["result"]["tools"].size() == 6);
}
