#include <newsarc/archive.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <memory>
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
// ranking the same words (`MATCH 'a OR b' ORDER BY rank LIMIT 10`) in the same archive. Prints a
// table in Markdown, a row an archive. 50 queries of three to eight words.
// `bench_search NEWSARC FOLDER ARTICLES...`: the program, a folder of test collections
// (collection.hpp), whose text the articles are made of, and how many articles.
namespace {

namespace fs = std::filesystem;

constexpr std::size_t query_count = 50;

/// Words that no article may be looked up by.
const std::vector<std::string> too_common{
    "the", "and",  "for",  "with", "that", "which", "are",   "was",  "were", "from", "this",  "have",
    "has", "been", "what", "how",  "any",  "their", "there", "into", "such", "than", "these", "those"};

std::vector<std::vector<std::string>> make_queries(const std::vector<bench::Collection>& collections) {
    std::vector<std::vector<std::string>> out;
    std::mt19937 random(3);
    while (out.size() < query_count) {
        const auto& queries = collections[out.size() % collections.size()].queries;
        std::vector<std::string> words;
        for (std::string word : bench::split_words(queries[random() % queries.size()].second)) {
            std::erase_if(word, [](char c) { return std::isalpha(static_cast<unsigned char>(c)) == 0; });
            std::ranges::transform(word, word.begin(),
                                   [](char c) { return static_cast<char>(std::tolower(c)); });
            const bool taken = std::ranges::find(words, word) != words.end() ||
                               std::ranges::find(too_common, word) != too_common.end();
            if (word.size() > 2 && !taken) words.push_back(word);
        }
        const std::size_t length = 3 + random() % 6;
        if (words.size() < 3) continue;
        words.resize(std::min(words.size(), length));
        out.push_back(std::move(words));
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

struct Times {
    double sqlite = 0;
    double plain = 0;
    double feedback = 0;
};

/// Milliseconds a query, the mean over all queries of the best of some rounds each: what else the
/// machine does must not show.
Times measure(const std::string& newsarc, const fs::path& archive,
              const std::vector<std::vector<std::string>>& queries) {
    constexpr int rounds = 4;
    Times out;
    for (const auto& words : queries) {
        const std::string text = join(words, " ");
        const std::string sql = "SELECT rowid FROM article_fts WHERE article_fts MATCH '" +
                                join(words, " OR ") + "' ORDER BY rank LIMIT 10";
        const auto best_of = [](const std::vector<std::string>& arguments) {
            double best = bench::run_process(arguments).seconds;
            for (int round = 1; round < rounds; ++round)
                best = std::min(best, bench::run_process(arguments).seconds);
            return best * 1000;
        };
        out.sqlite += best_of({"sqlite3", archive.string(), sql});
        out.plain += best_of({newsarc, "-A", archive.string(), "search", "--no-feedback", text});
        out.feedback += best_of({newsarc, "-A", archive.string(), "search", text});
    }
    const auto count = static_cast<double>(queries.size());
    return {out.sqlite / count, out.plain / count, out.feedback / count};
}

void run(const std::string& newsarc, const std::string& folder, const std::vector<std::size_t>& sizes) {
    const std::vector<bench::Collection> collections = bench::read_collections(folder);
    const auto queries = make_queries(collections);
    const bench::ArticleMaker maker(collections);
    const fs::path place = fs::temp_directory_path() / ("bench_search." + std::to_string(getpid()));
    fs::create_directories(place);
    std::puts("| articles | archive, MB | sqlite3, ms | `--no-feedback`, ms | default, ms | of sqlite3 |");
    std::puts("|---|---|---|---|---|---|");
    for (const std::size_t size : sizes) {
        const fs::path archive = place / "archive.db";
        make_archive(archive, maker, size);
        const Times times = measure(newsarc, archive, queries);
        std::printf("| %zu | %.0f | %.1f | %.1f | %.1f | %.0f %%, %.0f %% |\n", size,
                    static_cast<double>(fs::file_size(archive)) / 1e6, times.sqlite, times.plain,
                    times.feedback, 100 * times.plain / times.sqlite, 100 * times.feedback / times.sqlite);
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
