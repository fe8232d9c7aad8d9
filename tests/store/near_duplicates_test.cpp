#include "store/duplicate/near_duplicates.hpp"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "store/article/article_writer.hpp"
#include "store/duplicate/clusters.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

/// Paragraphs of made-up words, each of its own seed.
std::string story(const std::vector<unsigned>& paragraphs) {
    std::string out;
    for (const unsigned seed : paragraphs) {
        std::mt19937 random(seed);
        for (int word = 0; word < 50; ++word) {
            for (int letter = 0; letter < 5; ++letter)
                out += static_cast<char>('a' + random() % 20);
            out += ' ';
        }
        out += "\n\n";
    }
    return out;
}

/// An archive in memory, to which texts are added.
struct Fixture {
    std::int64_t add(const std::string& body) {
        Article article;
        std::string number = std::to_string(++made);
        article.uid = std::string(32 - number.size(), '0') + number;
        article.headline = "Report";
        article.body = body;
        return writer.insert(article, std::nullopt);
    }

    void update(std::int64_t id, const std::string& body) {
        Article article;
        std::string number = std::to_string(++made);
        article.uid = std::string(32 - number.size(), '0') + number;
        article.body = body;
        writer.update(id, article);
    }

    /// The ids in each cluster.
    std::vector<std::vector<std::int64_t>> clusters() const {
        std::vector<std::vector<std::int64_t>> out;
        list_clusters(connection, {}, [&](const Cluster& cluster) {
            out.emplace_back();
            for (const ClusterMember& member : cluster.members)
                out.back().push_back(member.id);
            return true;
        });
        return out;
    }

    std::int64_t rows(const std::string& table) const {
        SQLite::Statement count(connection.database(), "SELECT count(*) FROM " + table);
        count.executeStep();
        return count.getColumn(0).getInt64();
    }

    Connection connection{"", Access::memory, std::chrono::milliseconds(0)};
    ArticleWriter writer{connection};
    unsigned made = 0;
};

Comparison compare(NearDuplicates& near, const std::string& headline, const std::string& body) {
    return near.compare(sketched(headline, body), headline, body);
}

using Ids = std::vector<std::vector<std::int64_t>>;

}  // namespace

TEST_CASE("a text with a paragraph more or less is found, the most similar first") {
    Fixture archive;
    archive.add(story({1, 2, 3, 4, 5, 6}));
    archive.add(story({11, 12, 13, 14}));
    archive.add(story({1, 2, 3, 4, 5}));
    NearDuplicates near(archive.connection);
    const Comparison found = compare(near, "Another title", story({1, 2, 3, 4}));
    REQUIRE(found.like.size() == 2);
    CHECK(found.like[0].article == 3);
    CHECK(found.like[0].similarity == Approx(.8).margin(.03));
    CHECK(found.like[1].article == 1);
    CHECK(found.like[1].similarity == Approx(.667).margin(.03));
    CHECK(compare(near, "Report", story({1, 2, 11, 12, 21, 22})).like.empty());
    CHECK(compare(near, "Report", "Nothing much.").like.empty());
    CHECK(compare(near, "", "").like.empty());
}

TEST_CASE("near duplicates are kept in clusters, which join") {
    Fixture archive;
    archive.add(story({1, 2, 3, 4}));
    archive.add(story({7, 8, 9}));
    archive.add(story({3, 4, 5, 6}));
    CHECK(archive.clusters().empty());
    archive.add(story({7, 8, 9}) + "More.");
    CHECK(archive.clusters() == Ids{{2, 4}});
    archive.add(story({1, 2, 3, 4, 5, 6}));  // two thirds of it in 1, and as much in 3
    CHECK(archive.clusters() == Ids{{1, 3, 5}, {2, 4}});
    const auto cluster = find_cluster(archive.connection, 3);
    REQUIRE(cluster);
    REQUIRE(cluster->members.size() == 3);
    CHECK(cluster->members[0].of == 5);
    CHECK(cluster->members[2].of == 1);
    CHECK(cluster->members[0].similarity == Approx(.667).margin(.03));
    CHECK(cluster_members(archive.connection, 4) == std::vector<std::int64_t>{2, 4});
    CHECK(cluster_members(archive.connection, 99).empty());
    CHECK_FALSE(find_cluster(archive.connection, 99));
}

TEST_CASE("clusters are listed from an offset, up to a limit") {
    Fixture archive;
    for (const unsigned seed : {1U, 2U, 3U}) {
        archive.add(story({seed, seed + 10}));
        archive.add(story({seed, seed + 10}) + "More.");
    }
    std::vector<std::int64_t> firsts;
    list_clusters(archive.connection, {.limit = 1, .offset = 1}, [&](const Cluster& cluster) {
        firsts.push_back(cluster.members.front().id);
        return true;
    });
    CHECK(firsts == std::vector<std::int64_t>{3});
}

TEST_CASE("a cluster falls apart when what held it together changes") {
    Fixture archive;
    archive.add(story({1, 2, 3, 4}));
    archive.add(story({3, 4, 5, 6}));
    archive.add(story({3, 4, 5, 6}) + "More.");
    archive.add(story({1, 2, 3, 4, 5, 6}));
    CHECK(archive.clusters() == Ids{{1, 2, 3, 4}});
    archive.update(4, story({31, 32}));
    CHECK(archive.clusters() == Ids{{2, 3}});
    archive.update(4, story({1, 2, 3, 4}));
    CHECK(archive.clusters() == Ids{{1, 4}, {2, 3}});
}

TEST_CASE("what is taken out leaves nothing behind") {
    Fixture archive;
    archive.add(story({1, 2}));
    archive.add(story({1, 2}) + "More.");
    NearDuplicates near(archive.connection);
    near.remove(1);
    CHECK(archive.clusters().empty());
    CHECK(archive.rows("near_duplicate") == 0);
    near.remove(2);
    near.remove(2);
    CHECK(archive.rows("shingle") == 0);
    CHECK(archive.rows("cluster") == 0);
}

TEST_CASE("one text over and over is one cluster") {
    Fixture archive;
    for (int copy = 0; copy < 100; ++copy)
        archive.add(story({1, 2}) + std::string(static_cast<std::size_t>(copy), '.'));
    const auto clusters = archive.clusters();
    REQUIRE(clusters.size() == 1);
    CHECK(clusters[0].size() == 100);
}

TEST_CASE("after any changes the record is that of an archive filled anew") {
    std::mt19937 random(5);
    const auto any_story = [&] {
        const unsigned theme = random() % 4;
        std::vector<unsigned> paragraphs;
        for (unsigned part = 0; part < 6; ++part) {
            if (random() % 5 != 0) paragraphs.push_back(theme * 10 + part);
        }
        return story(paragraphs);
    };
    for (int round = 0; round < 10; ++round) {
        Fixture changed;
        std::vector<std::string> bodies(7);
        for (std::string& body : bodies)
            changed.add(body = any_story());
        for (int change = 0; change < 15; ++change) {
            const std::size_t which = random() % bodies.size();
            changed.update(static_cast<std::int64_t>(which + 1), bodies[which] = any_story());
        }
        Fixture anew;
        for (std::size_t i = 0; i < bodies.size(); ++i)
            anew.add("x");
        for (std::size_t i = 0; i < bodies.size(); ++i)
            anew.update(static_cast<std::int64_t>(i + 1), bodies[i]);
        CHECK(changed.clusters() == anew.clusters());
        for (const char* table : {"shingle", "signature", "near_duplicate", "cluster"})
            CHECK(changed.rows(table) == anew.rows(table));
    }
}
