#include "search/plan/lookup.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::search;

TEST_CASE("lists of postings are joined") {
    store::Postings a;
    a.articles = {{1, 250, 2}, {3, 2, 1}};
    a.positions = {4, 20, 30};
    a.occurrences = 3;
    store::Postings b;
    b.articles = {{1, 3, 1}, {2, 2, 1}};
    b.positions = {10, 11};
    b.occurrences = 2;
    const store::Postings joined = join(a, b);
    REQUIRE(joined.articles.size() == 3);
    CHECK(joined.articles[0].article == 1);
    CHECK(joined.articles[0].times == 253);
    CHECK(joined.articles[0].places == 3);
    CHECK(joined.articles[1].article == 2);
    CHECK(joined.articles[1].places == 1);
    CHECK(joined.articles[2].article == 3);
    CHECK(joined.positions == std::vector<std::uint32_t>{4, 10, 20, 11, 30});
    CHECK(joined.occurrences == 5);
    CHECK(join(joined, a).articles[0].times == 255);
    CHECK(join({}, {}).articles.empty());
}

TEST_CASE("the spellings of a term are looked up together") {
    SampleArchive archive;
    archive.put("One", "The U.S. troops");
    archive.put("Two", "The US troops");
    archive.put("Three", "Let us see the troops");
    const Term term{
        "U.S. troops",
        {{{.words = "U.S. troops"}, {"u", "s", "troop"}}, {{.words = "US troops"}, {"us", "troop"}}},
        false,
        false,
        1};
    const Term absent{"absent", {{{.words = "absent"}, {"absent"}}}, false, false, 1};
    const std::vector<Term> terms{absent, term};
    const store::Watch watch(archive.connection, {});
    Session session(archive.connection, watch);
    for (const auto positions : {store::Positions::no, store::Positions::yes}) {
        const auto found = look_up(session, terms, positions);
        REQUIRE(found.size() == 2);
        CHECK(found[0].articles.empty());
        REQUIRE(found[1].articles.size() == 2);
        CHECK(found[1].articles[0].article == 1);
        CHECK(found[1].articles[1].article == 2);
    }
}

TEST_CASE("a word that is spelled alike in two analyses counts once") {
    SampleArchive archive;
    archive.put("One", "a hall of 2021");
    const store::Watch watch(archive.connection, {});
    Session session(archive.connection, watch);
    const store::Phrase word{.words = "2021"};
    const store::Phrase term{.words = "2021", .further = true};
    const Term both{"2021", {{word, {"2021"}}, {term, {"2021"}}}, false, false, 1};
    const auto found = look_up(session, {&both, 1}, store::Positions::no);
    REQUIRE(found[0].articles.size() == 1);
    CHECK(found[0].articles[0].times == store::lead_times);
    CHECK(found[0].occurrences == 1);
}
