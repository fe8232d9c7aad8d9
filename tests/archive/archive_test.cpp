#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

#include <string>
#include <vector>

using namespace newsarc;

TEST_CASE("what is added is there for the next to open the archive") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "deep/archive.db";
    CHECK(test::code_of([&] { Archive::open(path, Archive::Mode::read); }) == ErrorCode::archive_missing);
    {
        Archive archive = Archive::open(path, Archive::Mode::create);
        const std::vector<Source> sources{{"a.txt", "Bridge reopens\n\nIt did.\n", 0100644, 0}};
        AddOptions options;
        options.added = "2026-11-23T10:00:00Z";
        archive.add(sources, options);
    }
    const Archive archive = Archive::open(path, Archive::Mode::read);
    CHECK(archive.count() == 1);
    const auto uid = archive.find(1)->uid;
    CHECK(archive.resolve(uid) == 1);
    CHECK(archive.resolve(uid.substr(0, 8)) == 1);
    CHECK_FALSE(archive.resolve("2"));
    CHECK_FALSE(archive.find(2));
    CHECK_FALSE(archive.original(2));
    const SearchResult found = archive.search({.query = "bridge"});
    REQUIRE(found.hits.size() == 1);
    CHECK(found.hits[0].id == 1);
}

TEST_CASE("an archive for reading takes no articles") {
    const test::TemporaryFolder folder;
    { Archive::open(folder / "archive.db", Archive::Mode::create); }
    Archive archive = Archive::open(folder / "archive.db", Archive::Mode::read);
    const std::vector<Source> sources{{"a.txt", "Bridge reopens\n\nIt did.\n", 0100644, 0}};
    CHECK(test::code_of([&] { archive.add(sources, {}); }) == ErrorCode::io);
    CHECK(archive.count() == 0);
}

TEST_CASE("add statuses have the names that JSON prints") {
    CHECK(to_string(AddStatus::added) == "added");
    CHECK(to_string(AddStatus::updated) == "updated");
    CHECK(to_string(AddStatus::duplicate) == "duplicate");
    CHECK(to_string(AddStatus::near_duplicate) == "near_duplicate");
    CHECK(to_string(AddStatus::failed) == "failed");
}
