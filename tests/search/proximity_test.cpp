#include "search/rank/proximity.hpp"

#include "sample_archive.hpp"
#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::search;

TEST_CASE("words near each other are counted by headline and body") {
    SampleArchive archive;
    const std::string far = "one two three four five six seven ";
    archive.put("Storm over harbour", "A storm. " + far + "harbour. Storm and the harbour; harbour.");
    archive.put("Storm", "harbour " + far + "storm");
    archive.put("Harbour", "none");
    archive.put("None", "The storm left the U.S. harbour.");
    const store::Watch watch(archive.connection, {});
    Session session(archive.connection, watch);
    Reading reading(session);
    const std::vector<std::uint32_t> articles{1, 2, 3, 4, 9};
    const auto term = [](std::vector<std::string> stems) {
        Term out;
        out.spellings.push_back({{}, std::move(stems)});
        return out;
    };
    const auto near = [&](const Term& a, const Term& b, std::uint32_t window) {
        std::vector<std::pair<std::uint32_t, unsigned>> out;
        const auto found = near_pairs(reading, articles, a, b, window);
        for (const store::Posting& posting : found.articles)
            out.emplace_back(posting.article, posting.times);
        return out;
    };
    using Found = std::vector<std::pair<std::uint32_t, unsigned>>;
    const Term storm = term({"storm"});
    const Term harbour = term({"harbour"});
    CHECK(near(storm, harbour, 4) == Found{{1, store::headline_times + store::body_times}});
    CHECK(near(harbour, storm, 4) == Found{{1, store::headline_times + 3 * store::body_times}});
    CHECK(near(storm, harbour, 1) == Found{{1, store::body_times}});
    CHECK(near(storm, harbour, 0).empty());
    CHECK(near(storm, term({"u", "s"}), 4) == Found{{4, store::body_times}});
    CHECK(near(storm, term({"absent"}), 4).empty());
    Term prefix = harbour;
    prefix.prefix = true;
    CHECK(near(storm, prefix, 4).empty());
}
