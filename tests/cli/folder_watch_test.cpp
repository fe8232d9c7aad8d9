#include "cli/source/folder_watch.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/inotify_flood.hpp"
#include "support/temporary_folder.hpp"

#if __has_include(<sys/inotify.h>)

using namespace newsarc;
using newsarc::cli::FolderWatch;
using newsarc::test::TemporaryFolder;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

/// All that comes up to that file, or within a minute.
std::vector<std::string> files_up_to(FolderWatch& watch, const std::string& last) {
    std::vector<std::string> out;
    const auto end = std::chrono::steady_clock::now() + 60s;
    while (std::ranges::find(out, last) == out.end() && std::chrono::steady_clock::now() < end) {
        const FolderWatch::Found found = watch.wait(1s);
        CHECK_FALSE(found.lost);
        out.insert(out.end(), found.files.begin(), found.files.end());
    }
    return out;
}

}  // namespace

TEST_CASE("files that come to a folder and to those in it are found, and no others") {
    const TemporaryFolder folder;
    folder.write("in/old.txt", "there before");
    folder.write("elsewhere/sub/moved.txt", "comes with its folder");
    FolderWatch watch;
    watch.add(folder / "in");
    folder.write("in/.hidden", "x");
    folder.write("in/copy.txt~", "x");
    folder.write("in/empty.txt", "");
    folder.write("in/new.txt", "x");
    fs::rename(folder / "elsewhere", folder / "in/more");
    std::vector<std::string> found = files_up_to(watch, folder / "in/more/sub/moved.txt");
    std::ranges::sort(found);
    CHECK(found == std::vector<std::string>{folder / "in/more/sub/moved.txt", folder / "in/new.txt"});
    // What left is not watched any more.
    fs::rename(folder / "in/more", folder / "elsewhere");
    folder.write("elsewhere/sub/out.txt", "x");
    folder.write("in/last.txt", "x");
    CHECK(files_up_to(watch, folder / "in/last.txt") == std::vector<std::string>{folder / "in/last.txt"});
    fs::remove_all(folder / "in");
    FolderWatch::Found end;
    for (int i = 0; i < 60 && !end.ended; ++i)
        end = watch.wait(1s);
    CHECK(end.ended);
}

TEST_CASE("when the system lost events, that is told, and folders that came or went unseen are known") {
    const TemporaryFolder folder;
    folder.write("in/sub/old.txt", "x");
    folder.write("other/old.txt", "x");
    FolderWatch watch;
    watch.add(folder / "in");
    watch.add(folder / "other");
    if (!test::flood_watchers_of(folder / "in")) return;
    fs::rename(folder / "in/sub", folder / "in/renamed");
    folder.write("in/late/a.txt", "x");
    fs::remove_all(folder / "other");
    CHECK(watch.wait(60s).lost);
    folder.write("in/late/b.txt", "x");
    CHECK(files_up_to(watch, folder / "in/late/b.txt").back() == folder / "in/late/b.txt");
    folder.write("in/renamed/c.txt", "x");
    CHECK(files_up_to(watch, folder / "in/renamed/c.txt").back() == folder / "in/renamed/c.txt");
    fs::remove_all(folder / "in");
    FolderWatch::Found end;
    for (int i = 0; i < 60 && !end.ended; ++i)
        end = watch.wait(1s);
    CHECK(end.ended);
}

TEST_CASE("a folder that is not there cannot be watched") {
    const TemporaryFolder folder;
    FolderWatch watch;
    CHECK(test::code_of([&] { watch.add(folder / "none"); }) == ErrorCode::io);
}

#endif
