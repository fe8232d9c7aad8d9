#include <filesystem>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;

namespace {

class Archive : public TwoArticles {
public:
    [[nodiscard]] std::string uid(const std::string& id) const {
        return run({"show", "--json", id}).json()["uid"];
    }
};

}  // namespace

TEST_CASE("show --json gives every field of the article") {
    const Archive archive;
    const auto article = archive.run({"show", "1", "--json"}).json();
    CHECK(article["id"] == 1);
    CHECK(article["uid"].get<std::string>().size() == 32);
    CHECK(article["key"].is_null());
    CHECK(article["headline"] == "River Port Reopens After Flood");
    CHECK(article["credit"] == "The Harbour Post");
    for (const char* field : {"deck", "byline", "dateline", "published", "published_precision", "updated"}) {
        INFO(field);
        REQUIRE(article.contains(field));
        CHECK(article[field].is_null());
    }
    CHECK(article["body"] ==
          "The river port of Portvale reopened on Monday, and the first grain barges came back to its "
          "quays.\n\n"
          "Dredging crews had worked for three weeks to clear the silt.\n\n"
          "The harbour master thanked the volunteers.");
    REQUIRE(article["links"].size() == 2);
    CHECK(article["links"][0]["kind"] == "related");
    CHECK(article["links"][0]["title"] == "Council Votes for Higher Dykes");
    CHECK(article["links"][0]["url"].is_null());
    CHECK(article["links"][1]["kind"] == "promotion");
    CHECK(article["links"][1]["url"] == "https://whatsapp.com/channel/0000harbour");
    CHECK(article["links"][1]["host"] == "whatsapp.com");
    REQUIRE(article["notes"].size() == 1);
    CHECK(article["notes"][0]["kind"] == "promotion");
    CHECK(article["tags"].empty());
    CHECK(article["path"].get<std::string>().ends_with("/in/a.txt"));
    CHECK(article["added"].get<std::string>().ends_with("Z"));
    CHECK(article["warnings"].is_array());
}

TEST_CASE("an article is found by id, uid and the beginning of a uid") {
    const Archive archive;
    const std::string uid = archive.uid("2");
    const std::string expected = archive.run({"show", "2"}).out;
    CHECK(expected.find("Council Votes for Higher Dykes") != std::string::npos);
    CHECK(archive.run({"show", uid}).out == expected);
    CHECK(archive.run({"show", uid.substr(0, 8)}).out == expected);
}

TEST_CASE("several articles are shown in the order asked for") {
    Archive archive;
    const auto ids = [](const Run& run) {
        std::vector<int> out;
        for (const auto& article : run.json_lines())
            out.push_back(article["id"].get<int>());
        return out;
    };
    CHECK(ids(archive.run({"show", "2", "1", "--json"})) == std::vector<int>{2, 1});
    archive.standard_input = "2\n\n  1 \r\n";
    CHECK(ids(archive.run({"show", "--json", "-"})) == std::vector<int>{2, 1});
    CHECK(ids(archive.shell("newsarc search --ids portvale dykes | newsarc show --json -")).size() == 2);
}

TEST_CASE("an id that is not there is told, and the others are shown") {
    const Archive archive;
    const Run run = archive.run({"show", "999", "1", "--json"});
    CHECK(run.status == 1);
    CHECK(run.json_lines().size() == 1);
    CHECK(run.json_error()["code"] == "not_found");
    const Run none = archive.run({"show", "999"});
    CHECK(none.status == 1);
    CHECK(none.out.empty());
    CHECK(
        none.err ==
        "newsarc: error: no article has the id 999\nhint: newsarc list shows the articles with their ids\n");
    CHECK(archive.run({"show", "0"}).status == 1);
    CHECK(archive.run({"show", "--", "-1"}).status == 1);
    CHECK(archive.run({"show", "99999999999999999999999"}).status == 1);
    CHECK(archive.run({"show", ""}).status == 1);
    CHECK(archive.run({"show", "zzzzzzzz"}).status == 1);
}

TEST_CASE("the original comes back byte for byte") {
    const Archive archive;
    const Run run = archive.run({"show", "1", "--format", "original"});
    CHECK(run.status == 0);
    CHECK(run.out == port_article);
}

TEST_CASE("an article is shown for reading") {
    const Archive archive;
    std::string text = archive.run({"show", "1"}).out;
    // The moment it was added and the folder are not the same in every run.
    const std::string folder = archive.at("in/a.txt");
    REQUIRE(text.find(folder) != std::string::npos);
    text.replace(text.find(folder), folder.size(), "in/a.txt");
    const std::size_t added = text.find("added ");
    REQUIRE(added != std::string::npos);
    text.erase(added, text.find('\n', added) - added);
    CHECK(text == golden("show.txt", text));
}

TEST_CASE("show --format json is show --json") {
    const Archive archive;
    CHECK(archive.run({"show", "1", "--format", "json"}).out == archive.run({"show", "1", "--json"}).out);
}

TEST_CASE("an article alone is a whole document of each format, several are one") {
    const Archive archive;
    CHECK(archive.run({"show", "1", "--format", "ninjs"}).json().is_object());
    CHECK(archive.run({"show", "1", "2", "--format", "ninjs"}).json().size() == 2);
    CHECK(archive.run({"show", "1", "--format", "csl-json"}).json().size() == 1);
    CHECK(archive.run({"show", "1", "2", "--format", "csv"}).out ==
          archive.run({"export", "--format", "csv"}).out);
    CHECK(archive.run({"show", "1", "--format", "jsonl"}).out == archive.run({"show", "1", "--json"}).out);
    CHECK(archive.run({"show", "999", "--format", "ninjs"}).out.empty());
    CHECK(archive.run({"show", "1", "--json", "--format", "ris"}).status == 2);
}

TEST_CASE("a template prints a line an article") {
    const Archive archive;
    CHECK(archive.run({"show", "1", "2", "--format", "{id}\\t{headline} ({credit})"}).out ==
          "1\tRiver Port Reopens After Flood (The Harbour Post)\n"
          "2\tCouncil Votes for Higher Dykes (Dyke Weekly)\n");
    const Run run = archive.run({"show", "1", "--format", "{headlin}"});
    CHECK(run.status == 2);
    CHECK(run.err.find("did you mean {headline}?") != std::string::npos);
}

TEST_CASE("articles like the one shown are named below it, but not below several") {
    const Sandbox sandbox;
    REQUIRE(sandbox.run({"add", newsarc::test::source_path("data")}).status == 0);
    std::string id = sandbox.run({"search", "--ids", "-n", "1", "taliban weapons"}).out;
    id.pop_back();
    const std::string shown = sandbox.run({"show", id}).out;
    const std::size_t similar = shown.find("\nSimilar articles\n  A Radio School Reaches Girls");
    CHECK(similar != std::string::npos);
    CHECK(shown.find("Old Mill Bridge", similar) == std::string::npos);
    CHECK(sandbox.run({"show", id, "1"}).out.find("Similar articles") == std::string::npos);
}

TEST_CASE("a link is opened in the browser of the user, by its number") {
    Archive archive;
    archive.write("browser", "#!/bin/sh\nprintf '%s\\n' \"$@\" > opened\n");
    std::filesystem::permissions(archive.at("browser"), std::filesystem::perms::owner_all);
    archive.environment["BROWSER"] = "no-such-browser:" + archive.at("browser") + " --new %s";
    const Run run = archive.run({"show", "1", "--open-link", "2"});
    CHECK(run.status == 0);
    CHECK(run.out.empty());
    CHECK(archive.read("opened") == "--new\nhttps://whatsapp.com/channel/0000harbour\n");
    const Run untitled = archive.run({"show", "1", "--open-link", "1"});
    CHECK(untitled.status == 2);
    CHECK(untitled.err.find("newsarc show 2") != std::string::npos);
    CHECK(archive.run({"show", "1", "--open-link", "3"}).status == 2);
    CHECK(archive.run({"show", "1", "--open-link", "0"}).status == 2);
    CHECK(archive.run({"show", "1", "2", "--open-link", "2"}).status == 2);
    CHECK(archive.run({"show", "99", "--open-link", "2"}).status == 1);
    CHECK(archive.run({"show", "2", "--open-link", "1"}).err.find("article 2 has no links\n") !=
          std::string::npos);
    archive.environment["BROWSER"] = "false";
    CHECK(archive.run({"show", "1", "--open-link", "2"}).status == 2);
}

TEST_CASE("only addresses of the web and of mail are opened, and no shell reads them") {
    Sandbox sandbox;
    sandbox.write("a.jsonl", R"json({"headline":"Links","links":[{"url":"file:///etc/passwd"},)json"
                             R"json({"url":"javascript:alert(1)"},{"url":"--help"},)json"
                             R"json({"url":"https://a.example/$(touch pwned);`touch pwned` x"},)json"
                             R"json({"url":"mailto:a@b.example"}]})json");
    REQUIRE(sandbox.run({"import", "a.jsonl"}).status == 0);
    sandbox.write("browser", "#!/bin/sh\nprintf '%s\\n' \"$@\" > opened\n");
    std::filesystem::permissions(sandbox.at("browser"), std::filesystem::perms::owner_all);
    sandbox.environment["BROWSER"] = sandbox.at("browser");
    for (const char* number : {"1", "2", "3"}) {
        INFO(number);
        CHECK(sandbox.run({"show", "1", "--open-link", number}).status == 2);
        CHECK_FALSE(sandbox.exists("opened"));
    }
    CHECK(sandbox.run({"show", "1", "--open-link", "4"}).status == 0);
    CHECK(sandbox.read("opened") == "https://a.example/$(touch%20pwned);%60touch%20pwned%60%20x\n");
    CHECK_FALSE(sandbox.exists("pwned"));
    CHECK(sandbox.run({"show", "1", "--open-link", "5"}).status == 0);
}
