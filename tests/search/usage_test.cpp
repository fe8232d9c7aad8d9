#include "search/show/usage.hpp"

#include "sample_archive.hpp"
#include "search/show/keywords.hpp"
#include "support/catch.hpp"

#include <cmath>

using namespace newsarc;

TEST_CASE("weeks are those of ISO 8601") {
    SampleArchive archive;
    // Both ends of years that share a week with their neighbours.
    const std::pair<const char*, const char*> days[] = {
        {"2024-12-29", "2024-W52"}, {"2024-12-30", "2025-W01"}, {"2025-01-05", "2025-W01"},
        {"2025-01-06", "2025-W02"}, {"2021-01-03", "2020-W53"}, {"2021-01-04", "2021-W01"}};
    for (const auto& [day, week] : days) {
        Article article;
        article.headline = "On " + std::string(day);
        article.body = "Word.";
        article.published = from_iso(day);
        archive.put(article);
    }
    const Usage found = search::usage(archive.connection, {.words = {"word"}, .by = UsageBy::week});
    std::vector<std::string> weeks;
    for (const UsageRow& row : found.rows)
        weeks.push_back(row.value + " " + std::to_string(row.times[0]));
    CHECK(weeks ==
          std::vector<std::string>{"2020-W53 1", "2021-W01 1", "2024-W52 1", "2025-W01 2", "2025-W02 1"});
}

TEST_CASE("the score of a word is its log-likelihood ratio") {
    // Rayson and Garside, Comparing corpora using frequency profiling: 2 (a ln (a/E1) + b ln (b/E2)).
    CHECK(search::log_likelihood(10, 1000, 10, 1000) == 0);
    CHECK(std::abs(search::log_likelihood(20, 1000, 10, 1000) - 3.398) < 0.001);
    CHECK(search::log_likelihood(5, 1000, 0, 1000) > 6.9);
    CHECK(search::log_likelihood(5, 0, 5, 1000) == 0);
}
