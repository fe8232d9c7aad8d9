#include "store/sql/connection.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>

#include "store/file/archive_file.hpp"
#include "store/file/schema.hpp"
#include "store/sql/statement.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"
#include "support/temporary_folder.hpp"

using namespace newsarc;
using namespace newsarc::store;
using newsarc::test::code_of;
using namespace std::chrono_literals;

namespace {

std::string pragma(const Connection& connection, const std::string& name) {
    return connection.database().execAndGet("PRAGMA " + name).getString();
}

bool fails(const Connection& connection, const std::string& sql) {
    return connection.database().tryExec(sql) != 0;
}

}  // namespace

TEST_CASE("only a missing archive is made, and only when asked") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    CHECK(code_of([&] { Connection(path, Access::read, 0ms); }) == ErrorCode::archive_missing);
    CHECK(code_of([&] { Connection(path, Access::write, 0ms); }) == ErrorCode::archive_missing);
    CHECK_FALSE(std::filesystem::exists(path));
    const Connection created(path, Access::create, 0ms);
    const Connection again(path, Access::read, 0ms);
    CHECK(pragma(again, "application_id") == std::to_string(application_id));
    CHECK(pragma(again, "user_version") == std::to_string(schema_version));
}

TEST_CASE("a foreign file is refused and left as it was") {
    const test::TemporaryFolder folder;
    const std::string bytes(5000, 'x');
    folder.write("archive.db", bytes);
    for (const auto access : {Access::read, Access::write, Access::create}) {
        CHECK(code_of([&] { Connection(folder / "archive.db", access, 0ms); }) == ErrorCode::archive_foreign);
    }
    CHECK(folder.read("archive.db") == bytes);
}

TEST_CASE("connections are hardened") {
    const test::TemporaryFolder folder;
    const Connection connection(folder / "archive.db", Access::create, 0ms);
    CHECK(pragma(connection, "trusted_schema") == "0");
    CHECK(pragma(connection, "cell_size_check") == "1");
    CHECK(pragma(connection, "foreign_keys") == "1");
    CHECK(pragma(connection, "synchronous") == (has_mended_wal(sqlite3_libversion_number()) ? "2" : "3"));
    CHECK(fails(connection, "SELECT \"a string\""));
    CHECK(fails(connection, "SELECT load_extension('x')"));
    CHECK(fails(connection, "PRAGMA writable_schema = ON; DELETE FROM sqlite_schema"));
    CHECK(fails(connection, "INSERT INTO article_fts_data VALUES (1, 'x')"));
}

TEST_CASE("a connection for reading cannot write") {
    const test::TemporaryFolder folder;
    const Connection writer(folder / "archive.db", Access::create, 0ms);
    const Connection reader(folder / "archive.db", Access::read, 0ms);
    CHECK(fails(reader, "INSERT INTO tag VALUES (1, 'x')"));
}

TEST_CASE("the journal fits the SQLite in use") {
    struct Row {
        int version;
        bool mended;
    };
    for (const auto& row : {Row{3040001, false}, Row{3044005, false}, Row{3044006, true}, Row{3045000, false},
                            Row{3050006, false}, Row{3050007, true}, Row{3051000, false}, Row{3051002, false},
                            Row{3051003, true}, Row{3052000, true}, Row{4000000, true}}) {
        INFO(row.version);
        CHECK(has_mended_wal(row.version) == row.mended);
    }
    const test::TemporaryFolder folder;
    const Connection connection(folder / "archive.db", Access::create, 0ms);
    CHECK(pragma(connection, "journal_mode") ==
          (has_mended_wal(sqlite3_libversion_number()) ? "wal" : "delete"));
}

TEST_CASE("a transaction that is not committed is rolled back") {
    const test::TemporaryFolder folder;
    const Connection connection(folder / "archive.db", Access::create, 0ms);
    {
        const Transaction transaction(connection);
        connection.database().exec("INSERT INTO original(name, sha256) VALUES ('a', zeroblob(32))");
    }
    CHECK(connection.database().execAndGet("SELECT count(*) FROM original").getInt() == 0);
    {
        Transaction transaction(connection);
        connection.database().exec("INSERT INTO original(name, sha256) VALUES ('a', zeroblob(32))");
        transaction.commit();
    }
    CHECK(connection.database().execAndGet("SELECT count(*) FROM original").getInt() == 1);
}

TEST_CASE("a second writer ends as busy, and a reader goes on") {
    const test::TemporaryFolder folder;
    const Connection first(folder / "archive.db", Access::create, 0ms);
    const Connection second(folder / "archive.db", Access::write, 10ms);
    const Transaction held(first);
    CHECK(code_of([&] { const Transaction refused(second); }) == ErrorCode::busy);
    CHECK(second.database().execAndGet("SELECT count(*) FROM article").getInt() == 0);
}

TEST_CASE("who holds an archive is named, where the system tells") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    { const Connection made(path, Access::create, 0ms); }
    std::array<int, 2> held{};
    std::array<int, 2> done{};
    REQUIRE((pipe(held.data()) == 0 && pipe(done.data()) == 0));
    const pid_t other = fork();
    REQUIRE(other >= 0);
    char byte = 0;
    if (other == 0) {
        const Connection connection(path, Access::write, 0ms);
        const Transaction transaction(connection);
        if (write(held[1], "x", 1) != 1 || read(done[0], &byte, 1) != 1) _exit(1);
        _exit(0);
    }
    REQUIRE(read(held[0], &byte, 1) == 1);
    const Connection connection(path, Access::write, 0ms);
    try {
        const Transaction refused(connection);
        FAIL("both may write");
    } catch (const Error& error) {
        INFO(error.what());
        CHECK(error.code() == ErrorCode::busy);
        const std::string process = "process " + std::to_string(other);
        const bool told = std::filesystem::exists("/proc/locks");
        CHECK((std::string(error.what()).find(process + " (") != std::string::npos) == told);
        CHECK((std::string(error.what()).find("is writing to it") != std::string::npos));
        CHECK((error.hint().find("wait for " + process) != std::string::npos) == told);
    }
    REQUIRE(write(done[1], "x", 1) == 1);
    waitpid(other, nullptr, 0);
}

TEST_CASE("to look at an archive does not give up the locks that its process has on it") {
    const test::TemporaryFolder folder;
    const std::string path = folder / "archive.db";
    const Connection connection(path, Access::create, 0ms);
    const Transaction transaction(connection);
    CHECK(inspect(path).kind == FileKind::archive);
    { const Connection second(path, Access::read, 0ms); }
    const pid_t other = fork();
    REQUIRE(other >= 0);
    if (other == 0) {
        // Asked of the system itself: SQLite's own record of locks came along with the fork.
        flock lock{};
        lock.l_type = F_WRLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = 0x4000'0000;
        lock.l_len = 512;
        const int file = open(path.c_str(), O_RDWR | O_CLOEXEC);
        _exit(fcntl(file, F_GETLK, &lock) == 0 && lock.l_type == F_WRLCK ? 0 : 1);
    }
    int status = -1;
    waitpid(other, &status, 0);
    CHECK(status == 0);
}

TEST_CASE("a schema that is not ours is refused before it is used, and named") {
    struct Row {
        const char* sql;
        const char* told;
    };
    for (const auto& row : {
             Row{"CREATE TABLE other(x)", "table other"},
             Row{"CREATE INDEX other ON article(body)", "index other"},
             Row{"CREATE VIEW other AS SELECT * FROM article", "view other"},
             Row{"CREATE TRIGGER other AFTER INSERT ON note BEGIN DELETE FROM article; END", "trigger other"},
             Row{"DROP TABLE note", "table note"},
             Row{"DROP INDEX link_host", "index link_host"},
             Row{"ALTER TABLE note ADD COLUMN more TEXT", "table note"},
             Row{"ALTER TABLE article RENAME COLUMN deck TO dek", "table article"},
             Row{"DROP TABLE article_fts; CREATE VIRTUAL TABLE article_fts USING fts5(headline)",
                 "table article_fts"},
             Row{"DROP TABLE tag; CREATE VIEW tag AS SELECT id AS article, uid AS name FROM article",
                 "view tag"},
         }) {
        INFO(row.sql);
        const test::TemporaryFolder folder;
        const std::string path = folder / "archive.db";
        { const Connection created(path, Access::create, 0ms); }
        SQLite::Database(path, SQLite::OPEN_READWRITE).exec(row.sql);
        const std::string before = folder.read("archive.db");
        for (const Access access : {Access::read, Access::write, Access::create}) {
            try {
                Connection(path, access, 0ms);
                FAIL_CHECK("no error");
            } catch (const Error& error) {
                CHECK(error.code() == ErrorCode::archive_foreign);
                CHECK(std::string(error.what()).find(row.told) != std::string::npos);
            }
        }
        CHECK(folder.read("archive.db") == before);
    }
    // What leaves the schema as it is, or only adds SQLite's own tables.
    for (const char* sql : {"VACUUM", "ANALYZE", "REINDEX", "PRAGMA journal_mode = WAL"}) {
        INFO(sql);
        const test::TemporaryFolder folder;
        { const Connection created(folder / "archive.db", Access::create, 0ms); }
        SQLite::Database(folder / "archive.db", SQLite::OPEN_READWRITE).exec(sql);
        CHECK_NOTHROW(Connection(folder / "archive.db", Access::write, 0ms));
    }
}

TEST_CASE("a truncated archive is damaged, not foreign") {
    const test::TemporaryFolder folder;
    { const Connection connection(folder / "archive.db", Access::create, 0ms); }
    std::filesystem::resize_file(folder / "archive.db", 9000);
    CHECK(code_of([&] {
              const Connection connection(folder / "archive.db", Access::read, 0ms);
              guarded(
                  [&] { connection.database().exec("INSERT INTO article_fts(article_fts) VALUES ('x')"); });
          }) == ErrorCode::archive_damaged);
}
