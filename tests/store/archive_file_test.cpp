#include "store/file/archive_file.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <future>
#include <string>

#include "store/file/schema.hpp"
#include "store/sql/connection.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using namespace newsarc::store;
using newsarc::test::code_of;

namespace {

void execute(const std::string& path, const std::string& sql) {
    SQLite::Database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE).exec(sql);
}

unsigned mode_of(const std::string& path) {
    struct stat status {};
    REQUIRE(stat(path.c_str(), &status) == 0);
    return status.st_mode & 0777U;
}

}  // namespace

TEST_CASE("what a path holds is told from its header") {
    const test::TemporaryFolder folder;
    CHECK(inspect(folder / "none.db").kind == FileKind::missing);
    CHECK(inspect(folder / "no/such/folder.db").kind == FileKind::missing);
    CHECK(inspect(folder.write("empty.db", "")).kind == FileKind::missing);
    CHECK(inspect(folder.write("text.db", "Credit: NewsX\n")).kind == FileKind::not_sqlite);
    CHECK(inspect(folder.write("short.db", std::string("SQLite format 3\0", 16))).kind ==
          FileKind::not_sqlite);

    execute(folder / "other.db", "CREATE TABLE t(x)");
    CHECK(inspect(folder / "other.db").kind == FileKind::foreign);

    create_archive(folder / "ours.db");
    CHECK(inspect(folder / "ours.db").kind == FileKind::archive);

    execute(folder / "ours.db", "PRAGMA user_version = 99");
    CHECK(inspect(folder / "ours.db").kind == FileKind::newer);
    CHECK(inspect(folder / "ours.db").version == 99);

    CHECK(code_of([&] { inspect(folder.path()); }) == ErrorCode::io);
}

TEST_CASE("an archive that cannot be used is refused with the error that fits") {
    const test::TemporaryFolder folder;
    CHECK(code_of([&] { require_archive(folder / "none.db"); }) == ErrorCode::archive_missing);
    CHECK(code_of([&] { require_archive(folder.write("text.db", "news")); }) == ErrorCode::archive_foreign);
    execute(folder / "other.db", "CREATE TABLE t(x)");
    CHECK(code_of([&] { require_archive(folder / "other.db"); }) == ErrorCode::archive_foreign);
    create_archive(folder / "ours.db");
    require_archive(folder / "ours.db");
    execute(folder / "ours.db", "PRAGMA user_version = 99");
    CHECK(code_of([&] { require_archive(folder / "ours.db"); }) == ErrorCode::archive_newer);
}

TEST_CASE("a new archive is private, whole, and alone") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "a/b/archive.db";
    create_archive(path);
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(folder / "a") == 0700);
    CHECK(mode_of(folder / "a/b") == 0700);
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "a/b")) {
        INFO(entry.path());
        ++files;
    }
    CHECK(files == 1);
}

TEST_CASE("an archive that is there already is not replaced") {
    const test::TemporaryFolder folder;
    create_archive(folder / "archive.db");
    execute(folder / "archive.db", "INSERT INTO tag VALUES (1, 'kept')");
    create_archive(folder / "archive.db");
    SQLite::Database database(folder / "archive.db");
    CHECK(database.execAndGet("SELECT name FROM tag").getString() == "kept");
}

TEST_CASE("an empty file gives way to a new archive") {
    const test::TemporaryFolder folder;
    create_archive(folder.write("archive.db", ""));
    CHECK(inspect(folder / "archive.db").kind == FileKind::archive);
}

#ifdef F_OFD_SETLK

TEST_CASE("an archive that another puts in the place of an empty file meanwhile is not replaced") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("archive.db", "");
    const int other = open(path.c_str(), O_RDWR | O_CLOEXEC);
    struct flock first_byte {};
    first_byte.l_type = F_WRLCK;
    first_byte.l_whence = SEEK_SET;
    first_byte.l_len = 1;
    REQUIRE(fcntl(other, F_OFD_SETLK, &first_byte) == 0);

    std::future<void> second = std::async(std::launch::async, [&] { create_archive(path); });
    CHECK(second.wait_for(std::chrono::milliseconds(200)) == std::future_status::timeout);
    create_archive(folder / "first.db");
    execute(folder / "first.db", "INSERT INTO tag VALUES (1, 'kept')");
    std::filesystem::rename(folder / "first.db", path);
    close(other);
    second.get();

    SQLite::Database database(path);
    CHECK(database.execAndGet("SELECT name FROM tag").getString() == "kept");
    const auto entries = std::filesystem::directory_iterator(folder.path());
    CHECK(std::distance(begin(entries), end(entries)) == 1);
}

#endif

TEST_CASE("an empty file that may not be written is left as it is") {
    const test::TemporaryFolder folder;
    const std::string path = folder.write("archive.db", "");
    chmod(path.c_str(), 0400);
    if (access(path.c_str(), W_OK) == 0) return;  // root may write all
    CHECK(code_of([&] { create_archive(path); }) == ErrorCode::io);
    CHECK(std::filesystem::file_size(path) == 0);
}

TEST_CASE("a journal that another database left is not taken for the new archive's") {
    for (const char* suffix : {"-journal", "-wal"}) {
        const test::TemporaryFolder folder;
        folder.write("archive.db" + std::string(suffix), "pages");
        CHECK(code_of([&] { create_archive(folder / "archive.db"); }) == ErrorCode::io);
        CHECK_FALSE(std::filesystem::exists(folder / "archive.db"));
        CHECK(folder.read("archive.db" + std::string(suffix)) == "pages");
    }
}

TEST_CASE("names that SQLite reads otherwise are names of files") {
    const test::TemporaryFolder folder;
    const std::filesystem::path before = std::filesystem::current_path();
    std::filesystem::current_path(folder.path());
    for (const char* name : {":memory:", "file:a.db?mode=memory", "file:b.db", "c.db"}) {
        INFO(name);
        { const Connection made(name, Access::create, std::chrono::seconds(1)); }
        CHECK(inspect(folder / name).kind == FileKind::archive);
        CHECK_NOTHROW(Connection(name, Access::read, std::chrono::seconds(1)));
    }
    std::filesystem::current_path(before);
}

TEST_CASE("a link that leads nowhere is told from a missing archive") {
    const test::TemporaryFolder folder;
    std::filesystem::create_symlink(folder / "unmounted/ours.db", folder / "link.db");
    CHECK(code_of([&] { create_archive(folder / "link.db"); }) == ErrorCode::io);
    CHECK(!std::filesystem::exists(folder / "unmounted"));
    std::filesystem::create_symlink(folder.write("empty.db", ""), folder / "to-empty.db");
    CHECK(code_of([&] { create_archive(folder / "to-empty.db"); }) == ErrorCode::io);
}
