#include "store/file/own_schema.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/file/schema.hpp"
#include "support/catch.hpp"
#include "support/error_code.hpp"

using namespace newsarc;
using namespace newsarc::store;

namespace {

SQLite::Database made() {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    create_schema(database, schema_version);
    return database;
}

}  // namespace

// When this fails, the schema has changed: usual_schema_hash is to become that of the new one.
// Until then opening an archive takes twice the time, and is as safe.
TEST_CASE("the schema of a new archive is known by its hash") {
    CHECK(schema_hash(made()) == usual_schema_hash);
}

TEST_CASE("the tables of ANALYZE may be there, and nothing else of such a name") {
    SQLite::Database analyzed = made();
    analyzed.exec("INSERT INTO saved_search VALUES ('a', 'b', 'c', 1); ANALYZE");
    REQUIRE(analyzed.tableExists("sqlite_stat1"));
    CHECK(schema_hash(analyzed) == usual_schema_hash);
    CHECK_NOTHROW(require_own_schema(analyzed, schema_version));
    for (const char* row : {
             "'index', 'sqlite_stat_added', 'article', 2, 'CREATE INDEX sqlite_stat_added ON article(added)'",
             "'index', 'sqlite_stat1', 'article', 2, 'CREATE INDEX sqlite_stat1 ON article(added)'",
             "'table', 'sqlite_stat1', 'sqlite_stat1', 2, 'CREATE TABLE sqlite_stat1(tbl,idx,stat,more)'",
             "'table', 'sqlite_stat2', 'sqlite_stat2', 2, 'CREATE TABLE "
             "sqlite_stat2(tbl,idx,sampleno,sample)'",
             "'table', 'sqlite_statistics', 'sqlite_statistics', 2, 'CREATE TABLE sqlite_statistics(a)'",
             "'trigger', 'sqlite_stat1', 'article', 0, 'CREATE TRIGGER sqlite_stat1 AFTER INSERT ON article "
             "BEGIN "
             "DELETE FROM article; END'",
             "'table', 'tag', 'tag', 2, 'CREATE TABLE tag(other)'",
         }) {
        INFO(row);
        SQLite::Database database = made();
        database.exec("PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES (" + std::string(row) +
                      ")");
        CHECK(test::code_of([&] { require_own_schema(database, schema_version); }) ==
              ErrorCode::archive_foreign);
    }
}

TEST_CASE("a schema that was changed is neither known by its hash nor taken for ours") {
    for (const char* change : {
             "CREATE TABLE other(a)",
             "CREATE VIEW other AS SELECT 1",
             "CREATE TRIGGER other AFTER INSERT ON tag BEGIN DELETE FROM article; END",
             "DROP TABLE tag",
             "ALTER TABLE tag ADD COLUMN other TEXT",
         }) {
        INFO(change);
        SQLite::Database database = made();
        CHECK_NOTHROW(require_own_schema(database, schema_version));
        database.exec(change);
        CHECK(schema_hash(database) != usual_schema_hash);
        CHECK(test::code_of([&] { require_own_schema(database, schema_version); }) ==
              ErrorCode::archive_foreign);
    }
}
