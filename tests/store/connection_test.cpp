#include "store/connection.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <string>

#include "store/schema.hpp"
#include "store/statement.hpp"
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
    CHECK(pragma(connection, "synchronous") == "2");
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

TEST_CASE("a schema that is not ours is refused before it is used, and named") {
    struct Row {
        const char* sql;
        const char* told;
    };
    for (const auto& row : {
             Row{"CREATE TABLE extra(x)", "table extra"},
             Row{"CREATE INDEX extra ON article(body)", "index extra"},
             Row{"CREATE VIEW extra AS SELECT * FROM article", "view extra"},
             Row{"CREATE TRIGGER extra AFTER INSERT ON note BEGIN DELETE FROM article; END", "trigger extra"},
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
