#include <sqlite3.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <unistd.h>

#include "article_maker.hpp"
#include "collection.hpp"
#include "process.hpp"

// How long `newsarc import` of JSON lines takes as a whole process, against a bare program that fills an
// FTS5 table with the same tokenizer and the same text in one transaction; how long `newsarc add` takes of as
// many articles in a file each, up to 100,000, and again when nothing has changed. Prints a table in
// Markdown, a row a number of articles; times are the best of so many rounds, by turns.
// `bench_ingest NEWSARC FOLDER ROUNDS ARTICLES...`: the program, a folder of test collections
// (collection.hpp), whose text the articles are made of, and how many articles.
// `bench_ingest bare RECORDS DATABASE` is the bare program.
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_files = 100'000;

using Texts = std::vector<std::pair<std::string, std::string>>;

void check(sqlite3* database, int status) {
    if (status == SQLITE_OK || status == SQLITE_DONE) return;
    throw std::runtime_error(std::string("bare: ") + sqlite3_errmsg(database));
}

/// Reads and fills; the time is of the filling alone, which is what it prints.
void fill_bare(const std::string& records, const std::string& path) {
    Texts texts;
    std::ifstream lines(records);
    for (std::string line; std::getline(lines, line);) {
        const auto record = nlohmann::json::parse(line);
        texts.emplace_back(record.at("headline"), record.at("body"));
    }
    const auto start = std::chrono::steady_clock::now();
    sqlite3* database = nullptr;
    check(database, sqlite3_open(path.c_str(), &database));
    const auto run = [&](const char* sql) {
        check(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
    };
    run("CREATE VIRTUAL TABLE article USING fts5(headline, body, "
        "tokenize = 'porter unicode61 remove_diacritics 2'); BEGIN");
    sqlite3_stmt* insert = nullptr;
    check(database, sqlite3_prepare_v2(database, "INSERT INTO article VALUES (?, ?)", -1, &insert, nullptr));
    for (const auto& [headline, body] : texts) {
        sqlite3_bind_text(insert, 1, headline.data(), static_cast<int>(headline.size()), SQLITE_STATIC);
        sqlite3_bind_text(insert, 2, body.data(), static_cast<int>(body.size()), SQLITE_STATIC);
        check(database, sqlite3_step(insert));
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    run("COMMIT");
    sqlite3_close(database);
    std::printf("%f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
}

double run_bare(const std::string& self, const fs::path& records, const fs::path& database) {
    const std::string command = "'" + self + "' bare '" + records.string() + "' '" + database.string() + "'";
    FILE* out = popen(command.c_str(), "r");
    double seconds = 0;
    if (out == nullptr || std::fscanf(out, "%lf", &seconds) != 1)
        throw std::runtime_error("the bare program failed");
    pclose(out);
    return seconds;
}

/// The records as JSON lines, and with `files` also in a file each; gives back the bytes of text.
std::size_t write_articles(const fs::path& records, const fs::path& files, std::size_t count,
                           bench::ArticleMaker maker) {
    std::ofstream lines(records);
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const newsarc::Article article = maker.next();
        const std::string& headline = article.headline.value();
        lines << nlohmann::json{{"headline", headline}, {"body", article.body}, {"key", article.key.value()}}
                     .dump()
              << "\n";
        bytes += headline.size() + article.body.size();
        if (count > most_files) continue;
        const fs::path folder = files / std::to_string(i / 1000);
        if (i % 1000 == 0) fs::create_directories(folder);
        std::ofstream(folder / (std::to_string(i) + ".txt")) << headline << "\n\n" << article.body << "\n";
    }
    return bytes;
}

struct Row {
    double bare = 1e9;
    double import = 1e9;
    double add = 1e9;
    double again = 1e9;
    double megabytes = 0;
    double archive = 0;  ///< megabytes
};

void remove_archive(const fs::path& path) {
    for (const auto& entry : fs::directory_iterator(path.parent_path())) {
        if (entry.path().filename().string().starts_with(path.filename().string())) fs::remove(entry.path());
    }
}

void measure(const std::string& self, const std::string& newsarc, const fs::path& place, bool with_files,
             Row& row) {
    const fs::path archive = place / "archive.db";
    const std::string records = (place / "records.jsonl").string();
    const auto run = [&](const std::vector<std::string>& rest) {
        std::vector<std::string> arguments{newsarc, "-q", "-A", archive.string()};
        arguments.insert(arguments.end(), rest.begin(), rest.end());
        sync();  // what was written before must not be in the way
        return bench::run_process(arguments);
    };
    remove_archive(archive);
    sync();
    row.bare = std::min(row.bare, run_bare(self, records, archive));
    remove_archive(archive);
    const bench::Taken import = run({"import", records});
    row.import = std::min(row.import, import.seconds);
    row.megabytes = std::max(row.megabytes, import.megabytes);
    row.archive = static_cast<double>(fs::file_size(archive)) / 1e6;
    remove_archive(archive);
    if (!with_files) return;
    const std::string files = (place / "files").string();
    row.add = std::min(row.add, run({"add", files}).seconds);
    row.again = std::min(row.again, run({"add", files}).seconds);
    remove_archive(archive);
}

void run(const std::string& self, const std::string& newsarc, const std::string& folder, int rounds,
         const std::vector<std::size_t>& sizes) {
    const std::vector<bench::Collection> collections = bench::read_collections(folder);
    const bench::ArticleMaker maker(collections);
    const fs::path place = fs::temp_directory_path() / ("bench_ingest." + std::to_string(getpid()));
    std::puts(
        "| articles | text, MB | bare FTS5, s | `import`, s | of bare | articles/s | memory, MB | "
        "archive / text | `add` files, s | articles/s | again, s |");
    std::puts("|---|---|---|---|---|---|---|---|---|---|---|");
    for (const std::size_t size : sizes) {
        fs::create_directories(place);
        const double text =
            static_cast<double>(write_articles(place / "records.jsonl", place / "files", size, maker)) / 1e6;
        const auto count = static_cast<double>(size);
        const bool with_files = size <= most_files;
        Row row;
        for (int round = 0; round < rounds; ++round)
            measure(self, newsarc, place, with_files, row);
        std::printf("| %zu | %.0f | %.2f | %.2f | %.2f | %.0f | %.0f | %.2f |", size, text, row.bare,
                    row.import, row.import / row.bare, count / row.import, row.megabytes, row.archive / text);
        if (with_files) {
            std::printf(" %.2f | %.0f | %.2f |\n", row.add, count / row.add, row.again);
        } else {
            std::puts(" | | |");
        }
        std::fflush(stdout);
        fs::remove_all(place);
    }
}

}  // namespace

int main(int argc, char** argv) {
    try {
        if (argc == 4 && std::string(argv[1]) == "bare") {
            fill_bare(argv[2], argv[3]);
            return 0;
        }
        if (argc < 5) {
            std::fputs("usage: bench_ingest NEWSARC FOLDER ROUNDS ARTICLES...\n", stderr);
            return 2;
        }
        std::vector<std::size_t> sizes;
        for (int i = 4; i < argc; ++i)
            sizes.push_back(std::stoul(argv[i]));
        run(argv[0], argv[1], argv[2], std::atoi(argv[3]), sizes);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_ingest: %s\n", error.what());
        return 2;
    }
}
