#include <sqlite3.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "many/process.hpp"
#include "support/catch.hpp"
#include "support/effort.hpp"
#include "support/temporary_folder.hpp"

using newsarc::test::effort;
using newsarc::test::Ended;
using newsarc::test::Process;
using newsarc::test::TemporaryFolder;
using nlohmann::json;
using namespace std::chrono_literals;

namespace {

/// A text of its own for each number, far from every other.
std::string text_of(std::size_t number) {
    std::mt19937 random(static_cast<std::uint32_t>(number));
    std::string out;
    for (int i = 0; i < 60; ++i) {
        for (int k = 0; k < 3; ++k) {
            out += "bdfgklmnprstvz"[random() % 14];
            out += "aeiou"[random() % 5];
        }
        out += i == 59 ? "." : " ";
    }
    return out;
}

std::string article(std::size_t number) {
    return "Credit: Ferry Wire\n\nFerry " + std::to_string(number) + " Runs Again\n\n" + text_of(number) +
           "\n";
}

std::string record(std::size_t number) {
    return json{{"key", "k" + std::to_string(number)},
                {"headline", "Ferry " + std::to_string(number) + " Is Told Of"},
                {"body", text_of(number)}}
               .dump() +
           "\n";
}

/// One archive for all processes of a test.
class Shared {
public:
    Shared() {
        folder_.write("first.txt", article(0));
        REQUIRE(run({"add", folder_ / "first.txt"}).status == 0);
    }

    [[nodiscard]] std::vector<std::string> command(const std::vector<std::string>& arguments) const {
        std::vector<std::string> out{"-A", archive()};
        out.insert(out.end(), arguments.begin(), arguments.end());
        return out;
    }

    [[nodiscard]] Ended run(const std::vector<std::string>& arguments) const {
        return Process(command(arguments)).wait();
    }

    [[nodiscard]] std::string archive() const { return folder_ / "archive.db"; }
    [[nodiscard]] const TemporaryFolder& folder() const { return folder_; }

    void require_sound() const {
        const Ended check = run({"check"});
        INFO(check.out << check.err);
        REQUIRE(check.status == 0);
    }

    [[nodiscard]] std::multiset<std::string> uids() const {
        std::multiset<std::string> out;
        const Ended list = run({"list", "--json", "-n", "1000000"});
        INFO(list.err);
        REQUIRE(list.status == 0);
        for (const json& line : list.lines())
            out.insert(line["uid"].get<std::string>());
        return out;
    }

private:
    TemporaryFolder folder_;
};

/// What went wrong in several threads; Catch2 is for one.
class Complaints {
public:
    void add(const std::string& what) {
        const std::lock_guard lock(mutex_);
        all_ += what + "\n";
    }
    [[nodiscard]] std::string all() const { return all_; }

private:
    std::mutex mutex_;
    std::string all_;
};

bool is_stored(const json& line) {
    return line.contains("status") && (line["status"] == "added" || line["status"] == "updated" ||
                                       line["status"] == "near_duplicate" || line["status"] == "duplicate");
}

}  // namespace

TEST_CASE("eight writers and eight readers lose nothing, double nothing and meet no error") {
    const Shared shared;
    constexpr std::size_t crew = 8;
    constexpr std::size_t own = 3;
    const std::size_t rounds = 2 * effort();
    Complaints complaints;
    std::mutex mutex;
    std::map<std::size_t, int> first_of_all;  // by round: how many writers were told that theirs is new
    std::atomic<std::size_t> busy_writers = crew;
    std::atomic<std::size_t> reads = 0;
    std::vector<std::thread> threads;
    for (std::size_t writer = 0; writer < crew; ++writer) {
        threads.emplace_back([&, writer] {
            for (std::size_t round = 0; round < rounds; ++round) {
                const std::string name = std::to_string(writer) + "-" + std::to_string(round);
                for (std::size_t i = 0; i < own; ++i)
                    shared.folder().write(name + "/" + std::to_string(i) + ".txt",
                                          article(1 + (writer * rounds + round) * own + i));
                // One that every writer brings.
                shared.folder().write(name + "/z.txt", article(1'000'000 + round));
                const Ended run = shared.run({"add", "--json", shared.folder() / name});
                if (run.status != 0) complaints.add("a writer: " + run.err);
                std::size_t added = 0;
                for (const json& line : run.lines())
                    added += line.value("status", "") == "added" ? 1 : 0;
                if (added < own || added > own + 1) complaints.add("a writer was told: " + run.out);
                const std::lock_guard lock(mutex);
                first_of_all[round] += static_cast<int>(added - own);
            }
            --busy_writers;
        });
    }
    const std::vector<std::vector<std::string>> questions{
        {"search", "--json", "ferry"},
        {"list", "--json"},
        {"show", "1", "--json"},
        {"stats", "--json"},
        {"check", "--quick"},
        {"links"},
        {"export"},
        {"related", "1"},
    };
    for (std::size_t reader = 0; reader < crew; ++reader) {
        threads.emplace_back([&, reader] {
            for (std::size_t i = reader; busy_writers > 0; ++i) {
                const auto& question = questions[i % questions.size()];
                const Ended run = shared.run(question);
                ++reads;
                const bool may_be_empty = question.front() == "links" || question.front() == "related";
                if (run.status != 0 && !(may_be_empty && run.status == 1))
                    complaints.add("a reader, " + question.front() + ": " + run.err);
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    INFO(complaints.all());
    CHECK(complaints.all().empty());
    for (const auto& [round, count] : first_of_all)
        CHECK(count == 1);
    const std::multiset<std::string> uids = shared.uids();
    CHECK(uids.size() == 1 + crew * rounds * own + rounds);
    CHECK(std::set(uids.begin(), uids.end()).size() == uids.size());
    shared.require_sound();
    WARN(crew * rounds << " writes, " << reads << " reads, " << uids.size() << " articles");
}

TEST_CASE("writers that make the archive at the same moment, over an empty file or none, make one") {
    const Shared shared;
    for (std::size_t round = 0; round < 10 * effort(); ++round) {
        const std::string name = "new-" + std::to_string(round) + ".db";
        if (round % 2 == 0) shared.folder().write(name, "");
        const std::vector<std::string> open{"-A", shared.folder() / name};
        const auto with = [&](const std::vector<std::string>& rest) {
            std::vector<std::string> out = open;
            out.insert(out.end(), rest.begin(), rest.end());
            return out;
        };
        std::vector<std::unique_ptr<Process>> writers;
        for (std::size_t writer = 1; writer <= 4; ++writer) {
            const std::string file = std::to_string(writer) + ".txt";
            shared.folder().write(file, article(writer));
            writers.push_back(std::make_unique<Process>(with({"add", shared.folder() / file})));
        }
        for (const auto& writer : writers) {
            const Ended ended = writer->wait();
            INFO(ended.err);
            CHECK(ended.status == 0);
        }
        CHECK(Process(with({"list", "--json"})).wait().lines().size() == 4);
        CHECK(Process(with({"check"})).wait().status == 0);
    }
}

TEST_CASE("a writer waits for another and goes on when that is done") {
    const Shared shared;
    shared.folder().write("second.txt", article(2));
    sqlite3* other = nullptr;
    REQUIRE(sqlite3_open(shared.archive().c_str(), &other) == SQLITE_OK);
    REQUIRE(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK);
    Process writer(shared.command({"add", "--json", shared.folder() / "second.txt"}));
    std::this_thread::sleep_for(500ms);
    const bool waited = writer.is_running();
    REQUIRE(sqlite3_exec(other, "ROLLBACK", nullptr, nullptr, nullptr) == SQLITE_OK);
    sqlite3_close(other);
    CHECK(waited);
    CHECK(writer.wait().status == 0);
    CHECK(shared.uids().size() == 2);
}

TEST_CASE("a reader whose output nobody takes keeps no writer waiting") {
    const Shared shared;
    std::string records;
    for (std::size_t i = 1; i <= 2000; ++i)
        records += record(i);
    shared.folder().write("many.jsonl", records);
    REQUIRE(shared.run({"import", shared.folder() / "many.jsonl"}).status == 0);
    shared.folder().write("second.txt", article(2));
    for (const std::vector<std::string>& question : std::vector<std::vector<std::string>>{
             {"search", "--json", "-n", "2000", "ferry"},
             {"search", "-n", "2000", "ferry"},
             {"list", "--json", "-n", "2000"},
             {"list", "--color=always", "-n", "2000"},
             {"export"},
             {"export", "ferry"},
             {"export", "--format", "csv"},
         }) {
        INFO(question.front() << " " << question.back());
        Process reader(shared.command(question), Process::Unread{});
        REQUIRE(reader.gets_stuck());
        CHECK(shared.run({"tag", "+seen", "1"}).status == 0);
        CHECK(shared.run({"add", shared.folder() / "second.txt"}).status == 0);
        CHECK(shared.run({"remove", "--force", "2001"}).status != 4);
        CHECK(shared.run({"optimize"}).status == 0);
        CHECK(reader.is_running());
        reader.kill();
        reader.wait();
    }
}

TEST_CASE("writers that are killed have stored what they reported, and the archive is sound") {
    const Shared shared;
    std::mt19937 random(7);
    std::size_t number = 1;
    std::size_t kills = 0;
    std::size_t reported_in_all = 0;
    std::set<std::string> reported{*shared.uids().begin()};
    const std::size_t rounds = 5 * effort();
    for (std::size_t round = 0; round < rounds; ++round) {
        std::vector<std::unique_ptr<Process>> writers;
        for (const char* how : {"--jobs=1", "--jobs=2", "--watch"}) {
            const std::string name = "in/" + std::to_string(round) + how;
            for (int i = 0; i < 20; ++i, ++number)
                shared.folder().write(name + "/" + std::to_string(number) + ".txt", article(number));
            writers.push_back(
                std::make_unique<Process>(shared.command({"add", "--json", how, shared.folder() / name})));
        }
        for (int writer = 0; writer < 2; ++writer) {
            // What comes slowly is stored piece by piece.
            std::vector<std::string> pieces(4);
            for (std::string& piece : pieces)
                for (int i = 0; i < 5; ++i, ++number)
                    piece += record(number);
            writers.push_back(
                std::make_unique<Process>(shared.command({"import", "--json", "-"}), pieces, 260ms));
        }
        writers.push_back(std::make_unique<Process>(round % 2 == 0
                                                        ? shared.command({"tag", "--json", "+seen", "1"})
                                                        : shared.command({"optimize", "--json"})));
        std::shuffle(writers.begin(), writers.end(), random);
        for (const auto& writer : writers) {
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 250));
            kills += writer->is_running() ? 1 : 0;
            writer->kill();
        }
        for (const auto& writer : writers) {
            for (const json& line : writer->wait().lines()) {
                if (!is_stored(line)) continue;
                ++reported_in_all;
                reported.insert(line["uid"].get<std::string>());
            }
        }
        shared.require_sound();
        const std::multiset<std::string> there = shared.uids();
        CHECK(std::set(there.begin(), there.end()).size() == there.size());
        for (const std::string& uid : reported)
            CHECK(there.count(uid) == 1);
    }
    CHECK(kills > rounds);
    WARN(kills << " writers killed, " << reported_in_all << " reports of what was stored");
}
