#pragma once

#include <newsarc/archive.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "article_maker.hpp"
#include "collection.hpp"

// What searches are measured with: an archive of made articles, and queries as people type them.
namespace bench {

inline constexpr std::size_t query_count = 50;

/// Words that sqlite3 is not asked for: newsarc leaves them aside.
inline const std::vector<std::string> stop_words{
    "a",    "an",    "and",  "are",   "as",   "at",      "be",      "by",    "for",   "from",
    "has",  "have",  "how",  "in",    "into", "is",      "it",      "its",   "not",   "of",
    "on",   "or",    "some", "such",  "than", "that",    "the",     "their", "there", "these",
    "this", "those", "to",   "under", "was",  "were",    "what",    "which", "with",  "within",
    "when", "where", "who",  "why",   "will", "through", "between", "about"};

struct Query {
    std::string text;                ///< as it is typed
    std::vector<std::string> words;  ///< of it, those that tell something
};

/// Titles of up to ten words, stop words among them.
inline std::vector<Query> make_queries(const std::vector<Collection>& collections) {
    constexpr std::size_t fewest = 4;
    constexpr std::size_t most = 10;
    std::vector<const std::string*> titles;
    for (const Collection& collection : collections) {
        for (const Document& document : collection.documents) {
            if (!document.title.empty()) titles.push_back(&document.title);
        }
    }
    std::vector<Query> out;
    std::mt19937 random(3);
    while (!titles.empty() && out.size() < query_count) {
        Query query;
        std::size_t words = 0;
        for (std::string word : split_words(*titles[random() % titles.size()])) {
            std::erase_if(word, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) == 0; });
            std::ranges::transform(word, word.begin(),
                                   [](char c) { return static_cast<char>(std::tolower(c)); });
            if (word.empty() || words == most) continue;
            ++words;
            query.text += (query.text.empty() ? "" : " ") + word;
            const bool stop = std::ranges::find(stop_words, word) != stop_words.end();
            if (!stop && std::ranges::find(query.words, word) == query.words.end())
                query.words.push_back(word);
        }
        if (words >= fewest && words > query.words.size() && !query.words.empty()) out.push_back(query);
    }
    return out;
}

inline void make_archive(const std::filesystem::path& path, ArticleMaker maker, std::size_t articles) {
    auto archive = newsarc::Archive::open(path.string(), newsarc::Archive::Mode::create);
    std::size_t made = 0;
    newsarc::Archive::add_stream(
        [&]() -> newsarc::Archive& { return archive; },
        {
            .next = [&]() -> std::optional<newsarc::Input> {
                if (made == articles) return std::nullopt;
                ++made;
                auto article = std::make_shared<newsarc::Article>(maker.next());
                const std::size_t bytes = article->body.size();
                return newsarc::Input{.read = [article] { return *article; }, .bytes = bytes, .path = {}};
            },
            .tell = [](const newsarc::InputResult&) {},
            .progress = [](std::size_t) {},
            .now = [] { return std::string("2025-01-01T00:00:00Z"); },
            .stop = [] { return false; },
            .jobs = std::thread::hardware_concurrency(),
        },
        {});
}

/// Milliseconds a query, of all queries the mean and the time that nineteen of twenty stay below.
struct Times {
    double mean = 0;
    double most = 0;
};

inline Times times_of(std::vector<double> seconds) {
    std::ranges::sort(seconds);
    const double sum = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    return {1000 * sum / static_cast<double>(seconds.size()), 1000 * seconds[seconds.size() * 19 / 20]};
}

}  // namespace bench
