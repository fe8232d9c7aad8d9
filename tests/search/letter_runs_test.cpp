#include "search/rank/letter_runs.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::search;

namespace {

Term typed(std::vector<std::string> stems) {
    Term out;
    for (std::string& stem : stems)
        out.spellings.push_back({{}, {std::move(stem)}});
    out.weight = 1;
    return out;
}

}  // namespace

TEST_CASE("letters that words have in common are counted by headline and body") {
    SampleArchive archive;
    archive.put("Newharbour", "harbours; a harb, a bour; harborough");
    archive.put("None", "nothing of it");
    const store::Watch watch(archive.connection, {});
    Session session(archive.connection, watch);
    Reading reading(session);
    const std::vector<std::uint32_t> articles{1, 2, 9};
    const auto held = [&](const Term& term) {
        std::vector<unsigned> out;
        for (const LetterRun& run : letter_runs(reading, articles, std::vector{term})) {
            for (const store::Posting& posting : run.found.articles) {
                CHECK(posting.article == 1);
                out.push_back(posting.times);
            }
        }
        return out;
    };
    const unsigned head = store::headline_times;
    const unsigned body = store::body_times;
    // harb, arbo, rbou, bour
    CHECK(held(typed({"harbour"})) ==
          std::vector{head + 3 * body, head + 2 * body, head + body, head + 2 * body});
    CHECK(held(typed({"bou"})).empty());
    CHECK(held(typed({"bour\u02D1"})) == std::vector{head + 2 * body});
    CHECK(held(typed({"a"})) == std::vector{2 * body});
    Term prefix = typed({"harb"});
    prefix.prefix = true;
    CHECK(held(prefix).empty());
}

TEST_CASE("the runs of a word have together its weight, and those of syllables are shorter") {
    SampleArchive archive;
    const store::Watch watch(archive.connection, {});
    Session session(archive.connection, watch);
    Reading reading(session);
    const auto weights = [&](const std::vector<Term>& terms) {
        std::vector<double> out;
        for (const LetterRun& run : letter_runs(reading, {}, terms))
            out.push_back(run.weight);
        return out;
    };
    CHECK(weights({typed({"storm"})}) == std::vector{0.5, 0.5});
    CHECK(weights({typed({"storm"}), typed({"stor"})}) == std::vector{1.5, 0.5});
    CHECK(weights({typed({"hafen", "hafe"})}) == std::vector{2.0 / 3, 1.0 / 3});
    CHECK(weights({typed({"መንግስ"})}) == std::vector{0.5, 0.5});
    CHECK(weights({}).empty());
}
