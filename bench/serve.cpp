#include <newsarc/archive.hpp>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "searching.hpp"
#include "web/raw_client.hpp"

// How long a page of hits of `newsarc serve` takes over a connection that stays, against the library's search
// for the same queries in the same archive: alone, and with all that the page counts. Of each query the best
// of some rounds. Then ten readers at once, each asking all queries one after the other; the memory of the
// server after the one and after the ten; and the time from its start to its first page. Prints a table in
// Markdown. `bench_serve NEWSARC FOLDER ARTICLES`: the program, a folder of test collections
// (collection.hpp), whose text the articles are made of, and how many articles; or `bench_serve NEWSARC
// FOLDER ARCHIVE` for one that is there.
namespace {

namespace fs = std::filesystem;
using newsarc::web::tests::RawClient;

constexpr int rounds = 4;
constexpr std::size_t readers = 10;
constexpr std::size_t hits_on_a_page = 20;

template <typename Work>
double seconds_of(const Work& work) {
    const auto begun = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

template <typename Work>
double best_of(const Work& work) {
    double best = seconds_of(work);
    for (int round = 1; round < rounds; ++round)
        best = std::min(best, seconds_of(work));
    return best;
}

class Served {
public:
    Served(const std::string& newsarc, const std::string& archive) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error("no pipe");
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        std::vector<std::string> words{newsarc, "serve", "--port", "0", "--no-browser", "-q", "-A", archive};
        std::vector<char*> raw;
        for (std::string& word : words)
            raw.push_back(word.data());
        raw.push_back(nullptr);
        if (posix_spawn(&process_, newsarc.c_str(), &actions, nullptr, raw.data(), environ) != 0)
            throw std::runtime_error("cannot run " + newsarc);
        close(ends[1]);
        std::string address;
        for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';)
            address += c;
        close(ends[0]);
        const std::size_t target = address.find("/?");
        if (target == std::string::npos) throw std::runtime_error("the server did not start");
        host_ = address.substr(7, target - 7);
        RawClient client = connect();
        client.send("GET " + address.substr(target) + " HTTP/1.1\r\nHost: " + host_ + "\r\n\r\n");
        const std::string set = newsarc::web::tests::header_of(client.answer(), "Set-Cookie");
        cookie_ = set.substr(0, set.find(';'));
    }
    Served(const Served&) = delete;
    Served& operator=(const Served&) = delete;
    ~Served() {
        kill(process_, SIGINT);
        waitpid(process_, nullptr, 0);
    }

    [[nodiscard]] RawClient connect() const {
        return RawClient(static_cast<std::uint16_t>(std::stoul(host_.substr(host_.find(':') + 1))));
    }

    void get(RawClient& client, std::string words) const {
        std::ranges::replace(words, ' ', '+');
        client.send("GET /?q=" + words + " HTTP/1.1\r\nHost: " + host_ + "\r\nCookie: " + cookie_ +
                    "\r\n\r\n");
        if (newsarc::web::tests::status_of(client.answer()) != "200")
            throw std::runtime_error("no page for " + words);
    }

    /// At its largest.
    [[nodiscard]] double megabytes() const {
        std::ifstream status("/proc/" + std::to_string(process_) + "/status");
        for (std::string line; std::getline(status, line);) {
            if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1000;
        }
        return 0;
    }

private:
    pid_t process_ = 0;
    std::string host_;
    std::string cookie_;
};

newsarc::SearchRequest request_for(const std::string& text) {
    newsarc::SearchRequest request{.query = text};
    request.limit = hits_on_a_page;
    return request;
}

newsarc::SearchRequest request_of_page(const std::string& text) {
    newsarc::SearchRequest request = request_for(text);
    for (const newsarc::FacetField field : newsarc::facet_fields)
        request.facets.push_back(field);
    return request;
}

void print(const char* what, const bench::Times& times, const bench::Times& of) {
    std::printf("| %s | %.1f / %.1f | %.2f / %.2f |\n", what, times.mean, times.most, times.mean / of.mean,
                times.most / of.most);
}

void measure(const std::string& newsarc, const std::string& path, const std::vector<bench::Query>& queries) {
    const double start = 1000 * best_of([&] {
                             const Served served(newsarc, path);
                             RawClient client = served.connect();
                             served.get(client, queries.front().text);
                         });
    const newsarc::Archive archive = newsarc::Archive::open(path, newsarc::Archive::Mode::read);
    const Served served(newsarc, path);
    RawClient client = served.connect();
    std::vector<double> plain;
    std::vector<double> counted;
    std::vector<double> pages;
    for (const bench::Query& query : queries) {
        plain.push_back(best_of([&] { static_cast<void>(archive.search(request_for(query.text))); }));
        counted.push_back(best_of([&] { static_cast<void>(archive.search(request_of_page(query.text))); }));
        pages.push_back(best_of([&] { served.get(client, query.text); }));
    }
    const double memory = served.megabytes();

    std::vector<std::vector<double>> taken(readers);
    const double all = seconds_of([&] {
        std::vector<std::jthread> threads;
        for (std::vector<double>& times : taken) {
            threads.emplace_back([&] {
                RawClient own = served.connect();
                for (const bench::Query& query : queries)
                    times.push_back(seconds_of([&] { served.get(own, query.text); }));
            });
        }
    });
    std::vector<double> together;
    for (const std::vector<double>& times : taken)
        together.insert(together.end(), times.begin(), times.end());

    const bench::Times library = bench::times_of(plain);
    std::puts("| of 50 queries | mean / 95th percentile, ms | of the search |\n|---|---|---|");
    print("the library's search", library, library);
    print("with all counts", bench::times_of(counted), library);
    print("a page of hits", bench::times_of(pages), library);
    print("one of ten readers", bench::times_of(together), library);
    std::printf(
        "\nTen readers: %.0f pages a second. Memory: %.0f MB with one reader, %.0f MB with ten. Start to "
        "the first page of hits: %.0f ms.\n",
        static_cast<double>(together.size()) / all, memory, served.megabytes(), start);
}

void run(const std::string& newsarc, const std::string& folder, const std::string& articles) {
    const std::vector<bench::Collection> collections = bench::read_collections(folder);
    const auto queries = bench::make_queries(collections);
    if (fs::exists(articles)) return measure(newsarc, articles, queries);
    const fs::path place = fs::temp_directory_path() / ("bench_serve." + std::to_string(getpid()));
    fs::create_directories(place);
    bench::make_archive(place / "archive.db", bench::ArticleMaker(collections), std::stoul(articles));
    measure(newsarc, place / "archive.db", queries);
    fs::remove_all(place);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) {
        std::fputs("usage: bench_serve NEWSARC FOLDER ARTICLES|ARCHIVE\n", stderr);
        return 2;
    }
    try {
        run(argv[1], argv[2], argv[3]);
        return 0;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_serve: %s\n", error.what());
        return 2;
    }
}
