#include <newsarc/archive.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "faults/fault_vfs.hpp"
#include "support/catch.hpp"
#include "support/effort.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using newsarc::test::code_of;
using newsarc::test::effort;
using newsarc::test::Fault;
using newsarc::test::FaultVfs;
using newsarc::test::TemporaryFolder;

namespace {

std::string small_archive(const TemporaryFolder& folder) {
    {
        Archive archive = Archive::open(folder / "archive.db", Archive::Mode::create);
        AddOptions options;
        options.added = "2026-11-23T10:00:00Z";
        std::vector<Source> sources;
        for (int i = 0; i < 20; ++i) {
            const std::string number = std::to_string(i);
            sources.push_back({.path = "in/" + number + ".txt",
                               .bytes = "Credit: Coast Wire\n\nFerry " + number +
                                        " Runs Again\n\nThe ferry of pier " + number +
                                        " came back.\n\nREAD ALSO: Ferry 3 Runs Again\n"});
        }
        archive.add(sources, options);
    }
    return folder.read("archive.db");
}

/// All that a reader may ask of an archive. Nothing but Error may come out of it. True when nothing
/// was wrong.
bool use(const std::string& path) {
    bool sound = true;
    const auto attempt = [&](const std::function<void()>& work) {
        try {
            work();
        } catch (const Error&) {
            sound = false;
        }
    };
    attempt([&] {
        const Archive archive = Archive::open(path, Archive::Mode::read, std::chrono::milliseconds(0));
        attempt([&] { archive.list({}, [](const Article&) { return true; }); });
        attempt([&] { (void)archive.search({.query = "ferry pier", .facets = {FacetField::credit}}); });
        attempt([&] { (void)archive.search({.query = "ferr* OR \"came back\" credit:coast"}); });
        attempt([&] { (void)archive.original(7); });
        attempt([&] { (void)archive.related({.id = 7}); });
        attempt([&] { sound = archive.check({}, [](const Finding&) {}).findings == 0 && sound; });
    });
    return sound;
}

}  // namespace

TEST_CASE("an archive with flipped bytes is read, refused or found damaged, and harms nobody") {
    const TemporaryFolder folder;
    const std::string sound = small_archive(folder);
    REQUIRE(use(folder / "archive.db"));
    std::uint32_t random = 1;
    const auto next = [&](std::size_t bound) {
        random = random * 1664525 + 1013904223;
        return static_cast<std::size_t>(random >> 8) % bound;
    };
    int found = 0;
    const int cases = 1500 * static_cast<int>(effort());
    for (int i = 0; i < cases; ++i) {
        std::string bytes = sound;
        // Every third time at the beginning of a page, where its structure is told.
        const std::size_t page = next(bytes.size() / 4096) * 4096;
        for (std::size_t flips = 1 + next(4); flips > 0; --flips) {
            const std::size_t at = i % 3 == 0 ? page + next(100) : next(bytes.size());
            bytes[at] = static_cast<char>(bytes[at] ^ (1 << next(8)));
        }
        INFO("case " << i);
        folder.write("flipped.db", bytes);
        found += use(folder / "flipped.db") ? 0 : 1;
    }
    // Most of a small file is empty room, where a flipped byte does not matter.
    CHECK(found > cases / 20);
}

TEST_CASE("an archive cut short anywhere is refused or found damaged") {
    const TemporaryFolder folder;
    const std::string sound = small_archive(folder);
    for (std::size_t size = 1; size < sound.size(); size += 2048) {
        INFO(size);
        folder.write("cut.db", sound.substr(0, size));
        CHECK_FALSE(use(folder / "cut.db"));
    }
}

TEST_CASE("an archive whose journal was taken away in the middle of a change harms nobody") {
    FaultVfs vfs;
    const TemporaryFolder folder;
    const std::string sound = small_archive(folder);
    const std::string path = folder / "torn.db";
    const auto change = [&] {
        Archive archive = Archive::open(path, Archive::Mode::write);
        archive.remove(std::vector<std::int64_t>{2, 3, 5, 7, 11});
    };
    folder.write("torn.db", sound);
    vfs.arm(Fault::none, 0);
    change();
    const std::size_t calls = vfs.calls();
    int found = 0;
    for (std::size_t at = 1; at <= calls; ++at) {
        INFO("call " << at << " of " << calls);
        folder.write("torn.db", sound);
        vfs.arm(Fault::killed, at);
        CHECK(code_of(change).has_value());
        vfs.disarm();
        std::filesystem::remove(path + "-journal");
        found += use(path) ? 0 : 1;
    }
    CHECK(found > 0);
}
