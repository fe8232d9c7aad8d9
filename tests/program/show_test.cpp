#include "sandbox.hpp"
#include "support/catch.hpp"

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
    CHECK(article["path"] == "in/a.txt");
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
    // The moment it was added is not the same in every run.
    const std::size_t added = text.find("added ");
    REQUIRE(added != std::string::npos);
    text.erase(added, text.find('\n', added) - added);
    CHECK(text == golden("show.txt", text));
}

TEST_CASE("show --format json is show --json") {
    const Archive archive;
    CHECK(archive.run({"show", "1", "--format", "json"}).out == archive.run({"show", "1", "--json"}).out);
}
