#include "search/rank/related.hpp"

#include <newsarc/error.hpp>

#include "sample_archive.hpp"
#include "support/catch.hpp"

using namespace newsarc;

TEST_CASE("articles that share an article's telling words are related to it") {
    SampleArchive archive;
    for (int i = 0; i < 40; ++i)
        archive.put("Other " + std::to_string(i), "Nothing of that kind was said.");
    const auto first = archive.put("Volcano on the island", "The volcano sent ash over the harbour town.");
    const auto second = archive.put("Ash over town", "Ships left the harbour when the volcano woke.");
    archive.put("Cricket", "The match ended in a draw.");
    const SearchResult result = search::related(archive.connection, {.id = first});
    REQUIRE(result.hits.size() == 1);
    CHECK(result.hits[0].id == second);
    CHECK(result.hits[0].rank == 1);
    CHECK_FALSE(result.hits[0].snippet.marks.empty());
    CHECK(result.total == 1);
    CHECK(result.understood.find("harbour") != std::string::npos);
}

TEST_CASE("an article of no words has none related, and an unknown one is an error") {
    SampleArchive archive;
    archive.put("", "…");
    CHECK(search::related(archive.connection, {.id = 1}).hits.empty());
    for (const std::int64_t id : {-1, 0, 2, 100000}) {
        INFO(id);
        CHECK_THROWS_AS(search::related(archive.connection, {.id = id}), Error);
    }
}

TEST_CASE("articles that share too little with an article are left out where that is asked for") {
    SampleArchive archive;
    for (int i = 0; i < 40; ++i)
        archive.put("Other " + std::to_string(i), "Nothing of that kind was said.");
    const auto first = archive.put("Volcano on the island", "The volcano sent ash over the harbour town.");
    const auto near = archive.put("Ash over town", "Ash of the volcano fell on the harbour town.");
    const auto far =
        archive.put("A harbour festival", "Musicians came from the whole coast to play and dance.");
    const auto found = [&](double least) {
        std::vector<std::int64_t> ids;
        for (const Hit& hit : search::related(archive.connection, {.id = first, .least = least}).hits)
            ids.push_back(hit.id);
        return ids;
    };
    CHECK(found(0) == std::vector{near, far});
    CHECK(found(0.3) == std::vector{near});
    CHECK(found(1).empty());
}
