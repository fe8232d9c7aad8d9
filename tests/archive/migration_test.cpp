#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "store/file/schema.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/places.hpp"
#include "support/temporary_folder.hpp"

// Archives of former formats, as the programs of their time wrote them. Each sample holds the articles of
// data/ with near duplicates, tags, an imported record with a key, an edited and a removed article and
// a saved search.

using namespace newsarc;
using newsarc::test::code_of;
using newsarc::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

struct Sample {
    std::int32_t format;
    const char* name;
};

constexpr Sample samples[] = {
    {1, "format-1"}, {2, "format-2"}, {3, "format-3"}, {4, "format-4"}, {5, "format-5"}};

std::string stored(const std::string& name) {
    std::ifstream file(newsarc::test::source_path("tests/archive/samples/" + name), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    REQUIRE(file);
    return bytes.str();
}

std::string findings_of(const Archive& archive) {
    std::string out;
    archive.check({}, [&](const Finding& finding) { out += finding.message + "\n"; });
    return out;
}

std::string all_told(const Archive& archive) {
    std::string out;
    archive.list({.order = ListOrder::id}, [&](const Article& article) {
        out += std::to_string(*article.id) + " " + article.uid + "\n";
        return true;
    });
    return out;
}

std::vector<std::int64_t> hits(const Archive& archive, const std::string& query) {
    std::vector<std::int64_t> out;
    for (const Hit& hit : archive.search({.query = query, .limit = 100}).hits)
        out.push_back(hit.id);
    return out;
}

}  // namespace

TEST_CASE("there is a sample of every former format") {
    REQUIRE(std::size(samples) == static_cast<std::size_t>(store::schema_version - 1));
    for (std::size_t i = 0; i < std::size(samples); ++i)
        CHECK(samples[i].format == static_cast<std::int32_t>(i + 1));
}

TEST_CASE("an archive of a former format is brought to this one when it is opened, with all that it holds") {
    for (const Sample& sample : samples) {
        for (const auto mode : {Archive::Mode::read, Archive::Mode::write, Archive::Mode::create}) {
            INFO("format " << sample.format);
            const TemporaryFolder folder;
            const std::string before = stored(std::string(sample.name) + ".db");
            const std::string path = folder.write("archive.db", before);
            const Archive archive = Archive::open(path, mode);
            REQUIRE(archive.format_change());
            CHECK(archive.format_change()->from == sample.format);
            CHECK(archive.format_change()->to == store::schema_version);
            CHECK(findings_of(archive).empty());
            CHECK(archive.count() == 23);
            CHECK(hits(archive, "taliban weapons").front() == 19);
            CHECK(hits(archive, "ferry tag:ferry").size() == 2);
            CHECK(archive.saved_search("ferries")->query == "ferry OR port");
            CHECK(archive.duplicates_of(5)->members.size() == 2);
            CHECK(archive.original(19)->bytes.starts_with("Credit: Harbour Wire"));
            CHECK(archive.versions(19).size() == 1);
            CHECK_FALSE(Archive::open(path, mode).format_change());
        }
    }
}

TEST_CASE(
    "before an archive is brought to another format a copy of it is put beside it, and never over another") {
    const TemporaryFolder folder;
    const std::string before = stored("format-1.db");
    const std::string path = folder.write("archive.db", before);
    folder.write("archive.db.format-1", "somebody's own");
    const std::string copy = Archive::open(path, Archive::Mode::read).format_change()->backup;
    CHECK(copy == folder / "archive.db.format-1.2");
    CHECK(folder.read("archive.db.format-1") == "somebody's own");
    SQLite::Database database(copy);
    CHECK(database.execAndGet("PRAGMA user_version").getInt() == 1);
    CHECK(database.execAndGet("SELECT count(*) FROM article").getInt() == 23);
    struct stat facts {};
    REQUIRE(stat(copy.c_str(), &facts) == 0);
    CHECK((facts.st_mode & 0777) == 0600);
    // The copy is an archive too.
    fs::rename(copy, folder / "copy.db");
    CHECK(all_told(Archive::open(folder / "copy.db", Archive::Mode::read)) ==
          all_told(Archive::open(path, Archive::Mode::read)));
}

TEST_CASE("what only looks like an archive of a former format is left as it was") {
    struct Case {
        const char* what;
        const char* sql;
    };
    constexpr Case cases[] = {
        {"a table more", "CREATE TABLE other(x)"},
        {"a table of the next format", "CREATE TABLE file(id INTEGER PRIMARY KEY)"},
        {"a trigger", "CREATE TRIGGER t AFTER INSERT ON tag BEGIN DELETE FROM note; END"},
        {"an index less", "DROP INDEX tag_name"},
        {"no format at all", "PRAGMA user_version = 0"},
    };
    for (const Case& each : cases) {
        INFO(each.what);
        const TemporaryFolder folder;
        const std::string path = folder.write("archive.db", stored("format-1.db"));
        SQLite::Database(path, SQLite::OPEN_READWRITE).exec(each.sql);
        const std::string before = folder.read("archive.db");
        CHECK(code_of([&] { Archive::open(path, Archive::Mode::write); }) == ErrorCode::archive_foreign);
        CHECK(folder.read("archive.db") == before);
        CHECK_FALSE(fs::exists(folder / "archive.db.format-1"));
    }
}

TEST_CASE("a former archive that cannot be written is told so, and left as it was") {
    if (geteuid() == 0) return;  // who may write everything
    const TemporaryFolder folder;
    const std::string path = folder.write("in/archive.db", stored("format-1.db"));
    fs::permissions(folder / "in", fs::perms::owner_read | fs::perms::owner_exec);
    CHECK(code_of([&] { Archive::open(path, Archive::Mode::read); }) == ErrorCode::io);
    fs::permissions(folder / "in", fs::perms::owner_all);
    CHECK(folder.read("in/archive.db") == stored("format-1.db"));
}

TEST_CASE("while another process writes, a former archive waits") {
    const TemporaryFolder folder;
    const std::string path = folder.write("archive.db", stored("format-1.db"));
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    other.exec("BEGIN IMMEDIATE");
    CHECK(code_of([&] { Archive::open(path, Archive::Mode::read, std::chrono::milliseconds(10)); }) ==
          ErrorCode::busy);
    CHECK_FALSE(fs::exists(folder / "archive.db.format-1"));
    other.exec("ROLLBACK");
    CHECK(Archive::open(path, Archive::Mode::read).format_change());
}
