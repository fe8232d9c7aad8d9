#include <newsarc/archive.hpp>

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
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

Source port(const std::string& day, std::int64_t changes) {
    return {.path = "in/port.txt",
            .bytes = "Credit: Mill Post\n\nRiver Port Reopens\n\nThe ferry came back on " + day +
                     ".\n\n***\n\n"
                     "Credit: Mill Post\n\nNight Market Moves\n\nThe stalls stand on the quay now.\n",
            .file = file_state(changes)};
}

/// What the command line takes in: files that are new, changed, touched and known, and records.
const std::vector<std::function<InputContent()>> contents{
    [] {
        return Source{.path = "in/two.txt",
                      .bytes =
                          "Credit: Mill Post\n\nNight Train Runs\n\nTwice a week.\n\n***\n\n"
                          "Credit: Mill Post\n\nLock Closed\n\n" +
                          std::string(20000, 'x') + " end of it.\n"};
    },
    [] { return port("Tuesday", 2); },
    [] { return port("Tuesday", 3); },
    [] {
        AddResult known;
        known.status = AddStatus::duplicate;
        known.id = 3;
        known.unchanged = true;
        return std::vector{known};
    },
    [] { return record("k", "Market Shrinks", "Stalls leave the old bridge."); },
    [] { return record("l", "Library Opens", "Books for all."); },
};

/// Takes the first so many of them in, each in a transaction of its own, and counts in `told` what is
/// reported.
void take_in(Archive& archive, std::size_t count, std::size_t& told) {
    // As large as fills a batch.
    constexpr std::size_t large = 1'000'000'000;
    std::size_t given = 0;
    AddStream stream;
    stream.next = [&]() -> std::optional<Input> {
        if (given == count) return std::nullopt;
        return Input{.read = contents[given++], .bytes = large, .path = {}};
    };
    stream.tell = [&](const InputResult& result) {
        CHECK(result.input == told);
        ++told;
    };
    stream.progress = [](std::size_t) {};
    stream.now = [] { return options().added; };
    stream.stop = [] { return false; };
    Archive::add_stream([&]() -> Archive& { return archive; }, stream, options());
}

void require_sound(const Archive& archive) {
    std::string findings;
    archive.check({}, [&](const Finding& finding) { findings += finding.message + "\n"; });
    CHECK(findings.empty());
}

class Trial {
public:
    Trial() {
        {
            Archive archive = Archive::open(base(), Archive::Mode::create);
            add_first(archive);
        }
        for (std::size_t count = 0; count <= contents.size(); ++count) {
            start_again();
            Archive archive = Archive::open(path(), Archive::Mode::write);
            vfs_.arm(Fault::none, 0);
            std::size_t reported = 0;
            take_in(archive, count, reported);
            CHECK(reported == count);
            calls_ = vfs_.calls();
            states_.push_back(told(archive));
        }
    }

    [[nodiscard]] std::size_t calls() const { return calls_; }

    /// Takes all in with the fault at that call. What must hold afterwards: the archive is sound, and holds
    /// whole inputs, all that were reported, and no more than one other; to begin again brings the rest,
    /// which is tried at every third call.
    void run(Fault fault, std::size_t at) {
        start_again();
        std::size_t reported = 0;
        bool ended = false;
        {
            Archive archive = Archive::open(path(), Archive::Mode::write);
            vfs_.arm(fault, at);
            try {
                take_in(archive, contents.size(), reported);
                ended = true;
            } catch (const Error& error) {
                INFO(error.what());
                CHECK((error.code() == ErrorCode::io || error.code() == ErrorCode::archive_damaged));
            }
        }
        vfs_.disarm();
        Archive archive = Archive::open(path(), Archive::Mode::write);
        require_sound(archive);
        const std::string now = told(archive);
        const bool as_reported = now == states_[reported];
        const bool one_more = reported < contents.size() && now == states_[reported + 1];
        CHECK((as_reported || one_more));
        if (ended) CHECK(reported == contents.size());
        if (at % 3 != 0) return;
        take_in(archive, contents.size(), reported = 0);
        CHECK(told(archive) == states_.back());
        require_sound(archive);
    }

private:
    void start_again() const {
        for (const char* suffix : {"", "-journal", "-wal", "-shm"})
            std::filesystem::remove(path() + suffix);
        std::filesystem::copy_file(base(), path());
    }
    [[nodiscard]] std::string base() const { return folder_ / "base.db"; }
    [[nodiscard]] std::string path() const { return folder_ / "archive.db"; }

    FaultVfs vfs_;
    TemporaryFolder folder_;
    std::vector<std::string> states_;  ///< by how many inputs were taken in
    std::size_t calls_ = 0;
};

}  // namespace

TEST_CASE("what is taken in batch by batch is there as far as it was reported, whatever call fails") {
    Trial trial;
    REQUIRE(trial.calls() > 100);
    for (const Fault fault : {Fault::killed, Fault::power_loss, Fault::torn, Fault::io_error, Fault::full}) {
        // Power can also go right after success was reported.
        const std::size_t last = trial.calls() + (fault == Fault::power_loss || fault == Fault::torn ? 1 : 0);
        for (const std::size_t at : test::calls_to_fail(fault, last)) {
            INFO("fault " << static_cast<int>(fault) << ", call " << at << " of " << trial.calls());
            trial.run(fault, at);
        }
    }
    WARN("cases: add and import in batches " << trial.calls());
}
