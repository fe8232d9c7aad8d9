#include <array>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <unistd.h>

#include "process.hpp"
#include "searching.hpp"

// What other programs take to index the articles that newsarc is measured with, and to search them, as whole
// processes: recoll (a file an article), notmuch and mu (a mail an article). Those that are in PATH; they are
// asked for articles with any of the words, stop words aside. Prints a table in Markdown.
// `bench_others FOLDER ARTICLES...`: a folder of test collections (collection.hpp), and how many articles.
namespace {

namespace fs = std::filesystem;
using Arguments = std::vector<std::string>;

struct Program {
    const char* name;
    const char* command;  ///< looked for in PATH
    bool mail;            ///< reads mails, not files of text
    /// Makes its settings, and says what indexes the articles of a folder into another one.
    std::function<std::vector<Arguments>(const fs::path& articles, const fs::path& index)> make;
    std::function<Arguments(const fs::path& index, const bench::Query&)> search;
};

std::string any_of(const bench::Query& query, const std::string& between) {
    std::string out;
    for (const std::string& word : query.words)
        out += (out.empty() ? "" : between) + word;
    return out;
}

std::vector<Arguments> make_recoll(const fs::path& articles, const fs::path& index) {
    std::ofstream(index / "recoll.conf") << "topdirs = " << articles.string() << "\n";
    return {{"recollindex", "-c", index.string()}};
}

std::vector<Arguments> make_notmuch(const fs::path& articles, const fs::path& index) {
    std::ofstream(index / "config") << "[database]\nmail_root=" << articles.string()
                                    << "\npath=" << index.string()
                                    << "\n[user]\nname=A\nprimary_email=a@example.org\n";
    return {{"notmuch", "--config=" + (index / "config").string(), "new", "--quiet"}};
}

std::vector<Arguments> make_mu(const fs::path& articles, const fs::path& index) {
    const std::string home = "--muhome=" + index.string();
    return {{"mu", "init", home, "--maildir=" + articles.string()}, {"mu", "index", home}};
}

const std::array<Program, 3> programs{{
    {"recoll", "recollindex", false, make_recoll,
     [](const fs::path& index, const bench::Query& query) {
         return Arguments{"recollq", "-c", index.string(), "-n", "10", any_of(query, " OR ")};
     }},
    {"notmuch", "notmuch", true, make_notmuch,
     [](const fs::path& index, const bench::Query& query) {
         return Arguments{"notmuch", "--config=" + (index / "config").string(), "search", "--limit=10",
                          any_of(query, " or ")};
     }},
    {"mu", "mu", true, make_mu,
     [](const fs::path& index, const bench::Query& query) {
         return Arguments{"mu", "find", "--muhome=" + index.string(), "-n", "10", any_of(query, " or ")};
     }},
}};

bool is_in_path(const std::string& command) {
    const char* path = std::getenv("PATH");
    const std::string all = path == nullptr ? "" : path;
    for (std::size_t begin = 0; begin <= all.size();) {
        const std::size_t end = std::min(all.find(':', begin), all.size());
        if (access((fs::path(all.substr(begin, end - begin)) / command).c_str(), X_OK) == 0) return true;
        begin = end + 1;
    }
    return false;
}

void write_articles(const fs::path& folder, std::size_t count, bool mail, bench::ArticleMaker maker) {
    constexpr std::size_t files_a_folder = 1000;
    for (std::size_t i = 0; i < count; ++i) {
        const newsarc::Article article = maker.next();
        const std::string number = std::to_string(i);
        const fs::path place = folder / std::to_string(i / files_a_folder) / (mail ? "cur" : "");
        if (i % files_a_folder == 0) fs::create_directories(place);
        std::ofstream file(place / (number + (mail ? ":2,S" : ".txt")));
        if (mail) {
            file << "From: a@example.org\nTo: b@example.org\nDate: Mon, 1 Jan 2024 00:00:00 "
                    "+0000\nMessage-ID: <"
                 << number << "@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                 << "Subject: ";
        }
        file << article.headline.value_or("") << "\n\n" << article.body << "\n";
    }
}

double megabytes_in(const fs::path& folder) {
    double bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) bytes += static_cast<double>(entry.file_size());
    }
    return bytes / 1e6;
}

void measure(const Program& program, const fs::path& place, const std::vector<bench::Query>& queries,
             const bench::ArticleMaker& maker, std::size_t size) {
    constexpr int rounds = 4;
    const fs::path articles = place / "articles";
    const fs::path index = place / "index";
    fs::create_directories(index);
    write_articles(articles, size, program.mail, maker);
    double seconds = 0;
    for (const Arguments& arguments : program.make(articles, index))
        seconds += bench::run_process(arguments).seconds;
    std::vector<double> searches;
    for (const bench::Query& query : queries) {
        double best = 1e9;
        for (int round = 0; round < rounds; ++round)
            best = std::min(best, bench::run_process(program.search(index, query)).seconds);
        searches.push_back(best);
    }
    const bench::Times times = bench::times_of(std::move(searches));
    std::printf("| %zu | %s | %.1f | %.0f | %.1f / %.1f |\n", size, program.name, seconds,
                megabytes_in(index), times.mean, times.most);
    std::fflush(stdout);
    fs::remove_all(place);
}

void run(const std::string& folder, const std::vector<std::size_t>& sizes) {
    const std::vector<bench::Collection> collections = bench::read_collections(folder);
    const auto queries = bench::make_queries(collections);
    const bench::ArticleMaker maker(collections);
    const fs::path place = fs::temp_directory_path() / ("bench_others." + std::to_string(getpid()));
    std::puts("| articles | program | to index, s | index, MB | search, ms: mean / 95th percentile |");
    std::puts("|---|---|---|---|---|");
    for (const std::size_t size : sizes) {
        for (const Program& program : programs) {
            if (is_in_path(program.command)) measure(program, place, queries, maker, size);
        }
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fputs("usage: bench_others FOLDER ARTICLES...\n", stderr);
        return 2;
    }
    try {
        std::vector<std::size_t> sizes;
        for (int i = 2; i < argc; ++i)
            sizes.push_back(std::stoul(argv[i]));
        run(argv[1], sizes);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_others: %s\n", error.what());
        return 2;
    }
}
