#include <newsarc/archive.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "faults/fault_vfs.hpp"
#include "faults/sample.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using namespace newsarc::test::sample;
using newsarc::test::Fault;
using newsarc::test::FaultVfs;
using newsarc::test::TemporaryFolder;

namespace {

/// Something that changes an archive.
struct Operation {
    const char* name;
    std::function<void(Archive&)> run;
};

const std::vector<Operation> operations{
    {"add",
     [](Archive& archive) {
         const std::vector<Source> sources{
             {.path = "in/port.txt", .bytes = "Night Train Runs Again\n\nTwice a week, with new cars.\n"},
             {.path = "in/long.txt", .bytes = "Long\n\n" + std::string(30000, 'x') + " end.\n"}};
         archive.add(sources, options());
     }},
    {"update",
     [](Archive& archive) {
         archive.add_records(
             std::vector<Article>{record("k", "Market Shrinks", "Stalls leave the old bridge."),
                                  record("l", "Library Opens", "Books for all.")},
             options());
     }},
    {"a changed file",
     [](Archive& archive) {
         const std::vector<Source> sources{
             {.path = "in/port.txt",
              .bytes = "Credit: Mill Post\n\nRiver Port Reopens\n\nThe ferry came back on Tuesday.\n\n***\n\n"
                       "Credit: Mill Post\n\nNight Market Moves\n\nThe stalls stand on the quay now.\n",
              .file = file_state(2)}};
         archive.add(sources, options());
     }},
    {"remove",
     [](Archive& archive) {
         // One of the two of a file, whose bytes are taken out of it, and one with its whole file.
         const std::size_t removed = archive.remove(std::vector<std::int64_t>{1, 3}, "2026-11-24T10:00:00Z");
         REQUIRE(removed == 2);
     }},
    {"a moved file",
     [](Archive& archive) {
         AddOptions moving = options();
         moving.is_gone = [](const std::string&) { return true; };
         FileState elsewhere = file_state(1);
         elsewhere.path = "/done/port.txt";
         const std::vector<Source> sources{{.path = "done/port.txt", .bytes = port_file, .file = elsewhere}};
         const auto results = archive.add(sources, moving);
         REQUIRE(results.front().status == AddStatus::moved);
     }},
    {"edit",
     [](Archive& archive) {
         const auto former = archive.find(3);
         REQUIRE(former);
         Article changed = *former;
         changed.headline = "Council Votes Again";
         changed.body += "\n\nThe ferry is not touched by it.";
         changed.tags = {"dykes"};
         archive.replace(changed, *former, "2026-11-24T10:00:00Z");
     }},
    {"tag",
     [](Archive& archive) {
         const auto changed = archive.tag({.ids = {1, 2, 3, 4}, .add = {"read"}, .remove = {"ports"}});
         REQUIRE(changed.size() == 4);
     }},
    {"save a search",
     [](Archive& archive) {
         archive.save_search({.name = "ferries", .query = "ferry", .saved = "2026-11-23T10:00:00Z"});
     }},
    {"optimize", [](Archive& archive) { archive.optimize(); }},
    {"repair", [](Archive& archive) { archive.repair(); }},
};

class Trial {
public:
    explicit Trial(const Operation& operation) : operation_(operation) {
        {
            Archive archive = Archive::open(base(), Archive::Mode::create);
            add_first(archive);
            before_ = told(archive);
            REQUIRE(archive.count() >= 4);
        }
        std::filesystem::copy_file(base(), path());
        Archive archive = Archive::open(path(), Archive::Mode::write);
        vfs_.arm(Fault::none, 0);
        operation.run(archive);
        calls_ = vfs_.calls();
        after_ = told(archive);
    }

    [[nodiscard]] std::size_t calls() const { return calls_; }

    /// Runs the operation with the fault at that call. What must hold afterwards: the archive is sound,
    /// and holds what it held before or what it was to hold; the latter if success was reported.
    void run(Fault fault, std::size_t at) {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            std::filesystem::remove(path() + suffix);
        std::filesystem::copy_file(base(), path());
        bool reported = false;
        {
            Archive archive = Archive::open(path(), Archive::Mode::write);
            vfs_.arm(fault, at);
            try {
                operation_.run(archive);
                reported = true;
            } catch (const Error& error) {
                INFO(error.what());
                CHECK((error.code() == ErrorCode::io || error.code() == ErrorCode::archive_damaged));
            }
            CHECK(vfs_.struck() == (at <= calls_));
        }
        vfs_.disarm();
        const Archive archive = Archive::open(path(), Archive::Mode::read);
        std::string findings;
        archive.check({}, [&](const Finding& finding) { findings += finding.message + "\n"; });
        CHECK(findings.empty());
        const std::string now = told(archive);
        if (reported) {
            CHECK(now == after_);
        } else {
            CHECK((now == before_ || now == after_));
        }
    }

private:
    [[nodiscard]] std::string base() const { return folder_ / "base.db"; }
    [[nodiscard]] std::string path() const { return folder_ / "archive.db"; }

    FaultVfs vfs_;
    TemporaryFolder folder_;
    const Operation& operation_;
    std::string before_;
    std::string after_;
    std::size_t calls_ = 0;
};

void run_all(Fault fault) {
    std::string cases;
    for (const Operation& operation : operations) {
        Trial trial(operation);
        REQUIRE(trial.calls() > 10);
        cases += " " + std::string(operation.name) + " " + std::to_string(trial.calls());
        // Power can also go right after success was reported.
        const std::size_t last = trial.calls() + (fault == Fault::power_loss || fault == Fault::torn ? 1 : 0);
        for (const std::size_t at : test::calls_to_fail(fault, last)) {
            INFO(operation.name << ", call " << at << " of " << trial.calls());
            trial.run(fault, at);
        }
    }
    WARN("cases:" << cases);
}

}  // namespace

TEST_CASE("a process killed at any call leaves the archive as before or as after") {
    run_all(Fault::killed);
}

TEST_CASE(
    "a power loss at any call leaves the archive as before or as after, and what was reported is there") {
    run_all(Fault::power_loss);
}

TEST_CASE("a power loss that leaves any part of what was not synced on the disk loses nothing either") {
    run_all(Fault::torn);
}

TEST_CASE("an error of the disk at any call leaves the archive as before or as after") {
    run_all(Fault::io_error);
}

TEST_CASE("a disk that is full from any call on leaves the archive as before or as after") {
    run_all(Fault::full);
}

TEST_CASE("a backup that fails at any call leaves nothing or is whole, and the archive as it was") {
    FaultVfs vfs;
    const TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    const std::string copy = folder / "copy.db";
    {
        Archive archive = Archive::open(path, Archive::Mode::create);
        add_first(archive);
    }
    const Archive archive = Archive::open(path, Archive::Mode::read);
    const std::string before = told(archive);
    vfs.arm(Fault::none, 0);
    archive.backup(copy);
    const std::size_t calls = vfs.calls();
    REQUIRE(calls > 10);
    for (const Fault fault : {Fault::killed, Fault::io_error, Fault::full}) {
        for (const std::size_t at : test::calls_to_fail(fault, calls)) {
            INFO("call " << at << " of " << calls);
            std::filesystem::remove(copy);
            bool reported = false;
            vfs.arm(fault, at);
            try {
                archive.backup(copy);
                reported = true;
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::io);
            }
            vfs.disarm();
            CHECK(std::filesystem::exists(copy) == reported);
            if (reported) CHECK(told(Archive::open(copy, Archive::Mode::read)) == before);
            const auto entries = std::filesystem::directory_iterator(folder.path());
            CHECK(std::distance(begin(entries), end(entries)) == (reported ? 2 : 1));
        }
    }
    CHECK(told(archive) == before);
    WARN("cases: backup " << calls);
}

TEST_CASE("a new archive that fails at any call is not there, or is whole") {
    FaultVfs vfs;
    const TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    vfs.arm(Fault::none, 0);
    { Archive::open(path, Archive::Mode::create); }
    const std::size_t calls = vfs.calls();
    REQUIRE(calls > 10);
    for (const Fault fault : {Fault::killed, Fault::io_error, Fault::full}) {
        for (const std::size_t at : test::calls_to_fail(fault, calls)) {
            INFO("call " << at << " of " << calls);
            std::filesystem::remove(path);
            vfs.arm(fault, at);
            try {
                Archive::open(path, Archive::Mode::create);
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::io);
            }
            vfs.disarm();
            if (std::filesystem::exists(path)) CHECK(Archive::open(path, Archive::Mode::read).count() == 0);
            const auto entries = std::filesystem::directory_iterator(folder.path());
            CHECK(std::distance(begin(entries), end(entries)) <= 1);
        }
    }
    WARN("cases: new archive " << calls);
}
