#include <newsarc/archive.hpp>

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace newsarc;

namespace {

Archive memory() {
    return Archive::open("", Archive::Mode::memory);
}

Article record(const std::optional<std::string>& key, const std::string& headline) {
    Article article;
    article.key = key;
    article.headline = headline;
    article.body = "One two three.";
    return article;
}

AddResult add(Archive& archive, const Article& article) {
    AddOptions options;
    options.added = "2026-11-23T10:00:00Z";
    return archive.add_records(std::vector<Article>{article}, options).at(0);
}

}  // namespace

TEST_CASE("a record is stored with its uid and words counted") {
    Archive archive = memory();
    const auto result = add(archive, record("k1", "Bridge reopens"));
    CHECK(result.status == AddStatus::added);
    CHECK(result.key == "k1");
    const auto article = archive.find(1);
    CHECK(article->words == 5);
    CHECK(article->uid == result.uid);
    CHECK(article->added == "2026-11-23T10:00:00Z");
    CHECK_FALSE(archive.original(1));
}

TEST_CASE("the moment a record was first archived is kept") {
    Archive archive = memory();
    Article old = record({}, "Bridge reopens");
    old.added = "2001-02-03T04:05:06Z";
    add(archive, old);
    CHECK(archive.find(1)->added == "2001-02-03T04:05:06Z");
}

TEST_CASE("the same key again updates, never doubles") {
    Archive archive = memory();
    add(archive, record("k1", "Bridge reopens"));
    CHECK(add(archive, record("k1", "Bridge reopens")).status == AddStatus::duplicate);
    const auto result = add(archive, record("k1", "Bridge closes"));
    CHECK(result.status == AddStatus::updated);
    CHECK(result.id == 1);
    CHECK(archive.count() == 1);
    CHECK(archive.find(1)->headline == "Bridge closes");
    CHECK(archive.search({.query = "reopens"}).hits.empty());
}

TEST_CASE("a known key whose new text another article has goes to that one, where it has none") {
    Archive archive = Archive::open("", Archive::Mode::memory);
    add(archive, record("k1", "First"));
    add(archive, record({}, "Second"));
    const auto moved = add(archive, record("k1", "Second"));
    CHECK(moved.status == AddStatus::duplicate);
    CHECK(moved.of == 2);
    REQUIRE(moved.warnings.size() == 1);
    CHECK(moved.warnings[0] == "article 1, which had this key, keeps its former text without it");
    CHECK(archive.find(1)->key == std::nullopt);
    CHECK(archive.find(2)->key == "k1");
    // The next text under the key updates the one that has it.
    CHECK(add(archive, record("k1", "Third")).status == AddStatus::updated);
    CHECK(archive.find(2)->headline == "Third");
    // Where it has another key, the import says so.
    add(archive, record("k2", "Fourth"));
    const auto refused = add(archive, record("k2", "Third"));
    REQUIRE(refused.warnings.size() == 1);
    CHECK(refused.warnings[0].find("article 2, which has another key") != std::string::npos);
    CHECK(archive.find(3)->key == "k2");
    // The same text under the same key is nothing to warn of.
    CHECK(add(archive, record("k2", "Fourth")).warnings.empty());
}

TEST_CASE("the same content is stored once, and a key that comes later is given to it") {
    Archive archive = memory();
    add(archive, record({}, "Bridge reopens"));
    CHECK(add(archive, record({}, "Bridge reopens")).status == AddStatus::duplicate);
    CHECK(add(archive, record("k1", "Bridge reopens")).of == 1);
    CHECK(archive.find(1)->key == "k1");
    CHECK(add(archive, record("k1", "Bridge closes")).status == AddStatus::updated);
}

TEST_CASE("an update to what another article says already is a duplicate of that") {
    Archive archive = memory();
    add(archive, record("k1", "Bridge reopens"));
    add(archive, record("k2", "Bridge closes"));
    const auto result = add(archive, record("k2", "Bridge reopens"));
    CHECK(result.status == AddStatus::duplicate);
    CHECK(result.of == 1);
    CHECK(archive.find(2)->headline == "Bridge closes");
}
