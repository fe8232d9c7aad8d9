#include <newsarc/archive.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

#include "process.hpp"
#include "searching.hpp"

// How long a search takes as a whole process, snippets included, against the stock sqlite3 shell
// ranking the same words (`MATCH 'a OR b' ORDER BY rank LIMIT 10`) in the same archive, less the stop words.
// Prints a table in Markdown, a row an archive. 50 queries are titles of up to ten words, stop words among
// them, as people type. `bench_search NEWSARC FOLDER ARTICLES...`: the program, a folder of test collections
// (collection.hpp), whose text the articles are made of, and how many articles.
namespace {

namespace fs = std::filesystem;

std::string join(const std::vector<std::string>& words, const std::string& between) {
    std::string out;
    for (const std::string& word : words)
        out += (out.empty() ? "" : between) + word;
    return out;
}

struct Measured {
    bench::Times sqlite;
    bench::Times plain;
    bench::Times feedback;
};

/// Of each query the best of some rounds: what else the machine does must not show.
Measured measure(const std::string& newsarc, const fs::path& archive,
                 const std::vector<bench::Query>& queries) {
    constexpr int rounds = 4;
    std::vector<double> sqlite;
    std::vector<double> plain;
    std::vector<double> feedback;
    for (const bench::Query& query : queries) {
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
    return {bench::times_of(std::move(sqlite)), bench::times_of(std::move(plain)),
            bench::times_of(std::move(feedback))};
}

void run(const std::string& newsarc, const std::string& folder, const std::vector<std::size_t>& sizes) {
    const std::vector<bench::Collection> collections = bench::read_collections(folder);
    const auto queries = bench::make_queries(collections);
    const bench::ArticleMaker maker(collections);
    const fs::path place = fs::temp_directory_path() / ("bench_search." + std::to_string(getpid()));
    fs::create_directories(place);
    std::puts("Mean / 95th percentile.\n");
    std::puts("| articles | archive, MB | sqlite3, ms | `--no-feedback`, ms | default, ms | of sqlite3 |");
    std::puts("|---|---|---|---|---|---|");
    for (const std::size_t size : sizes) {
        const fs::path archive = place / "archive.db";
        bench::make_archive(archive, maker, size);
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
