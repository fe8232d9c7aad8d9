#include "search/plan/matching.hpp"

#include <newsarc/error.hpp>

#include <atomic>
#include <string>
#include <vector>

#include "sample_archive.hpp"
#include "support/catch.hpp"

using namespace newsarc;

TEST_CASE("all articles that a query matches are given, in the order of their ids") {
    SampleArchive archive;
    for (int i = 0; i < 150; ++i)
        archive.put("Harbour report", i % 2 == 0 ? "Ferries ran." : "Ferries and barges ran.");
    const auto ids = [&](const std::string& query) {
        return search::matching(archive.connection, {.query = query}).ids;
    };
    CHECK(ids("ferries").size() == 150);
    const std::vector<std::int64_t> both = ids("ferry barge");
    REQUIRE(both.size() == 75);
    CHECK(both.front() == 2);
    CHECK(both.back() == 150);
    CHECK(std::ranges::is_sorted(both));
    CHECK(ids("id:3") == std::vector<std::int64_t>{3});
    CHECK(ids("ferries -barges").size() == 75);
    CHECK(ids("zeppelin").empty());
}

TEST_CASE("what of a query could not be taken as it stood is told, and time is bounded") {
    SampleArchive archive;
    archive.put("Harbour report", "Ferries ran.");
    CHECK_FALSE(search::matching(archive.connection, {.query = "ferries \"harbour"}).notes.empty());
    CHECK_THROWS_AS(search::matching(archive.connection, {.query = "since:someday ferries"}), Error);
    const std::atomic<bool> interrupt = true;
    MatchRequest request{.query = "ferries"};
    request.limits.interrupt = &interrupt;
    CHECK_THROWS_AS(search::matching(archive.connection, request), Error);
}
