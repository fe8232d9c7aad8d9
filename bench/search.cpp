#include <newsarc/archive.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
#include <numeric>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

#include "article_maker.hpp"
#include "collection.hpp"
#include "process.hpp"

// How long a search takes as a whole process, snippets included, against the stock sqlite3 shell
// ranking the same words (`MATCH 'a OR b' ORDER BY rank LIMIT 10`) in the same archive, less the stop words.
// Prints a table in Markdown, a row an archive. 50 queries are titles of up to ten words, stop words among
// them, as people type. `bench_search NEWSARC FOLDER ARTICLES...`: the program, a folder of test collections
// (collection.hpp), whose text the articles are made of, and how many articles.
namespace {

namespace fs = std::filesystem;

constexpr std::size_t query_count = 50;

/// Words that sqlite3 is not asked for: newsarc leaves them aside.
const std::vector<std::string> stop_words{
    "a",    "an",    "and",  "are",   "as",   "at",      "be",      "by",    "for",   "from",
    "has",  "have",  "how",  "in",    "into", "is",      "it",      "its",   "not",   "of",
    "on",   "or",    "some", "such",  "than", "that",    "the",     "their", "there", "these",
    "this", "those", "to",   "under", "was",  "were",    "what",    "which", "with",  "within",
    "when", "where", "who",  "why",   "will", "through", "between", "about"};

struct Query {
    std::string text;                ///< as it is typed
    std::vector<std::string> words;  ///< of it, those that tell something
};

std::vector<Query> make_queries(const std::vector<bench::Collection>& collections) {
    constexpr std::size_t fewest = 4;
    constexpr std::size_t most = 10;
    std::vector<const std::string*> titles;
    for (const bench::Collection& collection : collections) {
        for (const bench::Document& document : collection.documents) {
            if (!document.title.empty()) titles.push_back(&document.title);
        }
    }
    std::vector<Query> out;
    std::mt19937 random(3);
    while (!titles.empty() && out.size() < query_count) {
        Query query;
        std::size_t words = 0;
        for (std::string word : bench::split_words(*titles[random() % titles.size()])) {
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

void make_archive(const fs::path& path, bench::ArticleMaker maker, std::size_t articles) {
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

std::string join(const std::vector<std::string>& words, const std::string& between) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : between) + word;
    return out;
}

/// Milliseconds a query, of all queries the mean and the time that nineteen of twenty stay below.
struct Times {
    double mean = 0;
    double most = 0;
};

Times times_of(std::vector<double> seconds) {
    std::ranges::sort(seconds);
    const double sum = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    return {1000 * sum / static_cast<double>(seconds.size()), 1000 * seconds[seconds.size() * 19 / 20]};
}

struct Measured {
    Times sqlite;
    Times plain;
    Times feedback;
};

/// Of each query the best of some rounds: what else the machine does must not show.
Measured measure(const std::string& newsarc, const fs::path& archive, const std::vector<Query>& queries) {
    constexpr int rounds = 4;
    std::vector<double> sqlite;
    std::vector<double> plain;
    std::vector<double> feedback;
    for (const Query& query : queries) {
        const std::string sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH '" +
                                join(query.words, " OR ") + "' ORDER BY rank LIMIT 10";
        const auto best_of = [](const std::vector<std::string>& arguments) {
            double best = bench::run_process(arguments).seconds;
            for (int round = 1; round < rounds; ++round)
                best = std::min(best, bench::run_process(arguments).seconds);
            return best;
        };
        sqlite.push_back(best_of({"sqlite3", archive.string(), sql}));
        plain.push_back(best_of({newsarc, "-A", archive.string(), "search", "--no-feedback", query.text}));
        feedback.push_back(best_of({newsarc, "-A", archive.string(), "search", query.text}));
    }
    return {times_of(std::move(sqlite)), times_of(std::move(plain)), times_of(std::move(feedback))};
}

void run(const std::string& newsarc, const std::string& folder, const std::vector<std::size_t>& sizes) {
    const std::vector<bench::Collection> collections = bench::read_collections(folder);
    const auto queries = make_queries(collections);
    const bench::ArticleMaker maker(collections);
    const fs::path place = fs::temp_directory_path() / ("bench_search." + std::to_string(getpid()));
    fs::create_directories(place);
    std::puts("Mean / 95th percentile.\n");
    std::puts("| articles | archive, MB | sqlite3, ms | `--no-feedback`, ms | default, ms | of sqlite3 |");
    std::puts("|---|---|---|---|---|---|");
    for (const std::size_t size : sizes) {
        const fs::path archive = place / "archive.db";
        make_archive(archive, maker, size);
        const Measured times = measure(newsarc, archive, queries);
        std::printf("| %zu | %.0f | %.1f / %.1f | %.1f / %.1f | %.1f / %.1f | %.0f %% |\n", size,
                    static_cast<double>(fs::file_size(archive)) / 1e6, times.sqlite.mean, times.sqlite.most,
                    times.plain.mean, times.plain.most, times.feedback.mean, times.feedback.most,
                    100 * times.feedback.mean / times.sqlite.mean);
        std::fflush(stdout);
        fs::remove(archive);
    }
    fs::remove_all(place);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::fputs("usage: bench_search NEWSARC FOLDER ARTICLES...\n", stderr);
        return 2;
    }
    try {
        std::vector<std::size_t> sizes;
        for (int i = 3; i < argc; ++i)
            sizes.push_back(std::stoul(argv[i]));
        run(argv[1], argv[2], sizes);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_search: %s\n", error.what());
        return 2;
    }
}
