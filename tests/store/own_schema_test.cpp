#include "store/file/own_schema.hpp"

#include <SQLiteCpp/Database.h>

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

// When this fails, the schema has changed: usual_hash in own_schema.cpp is to become that of the new one.
// Until then opening an archive takes twice the time, and is as safe.
TEST_CASE("the schema of a new archive is known by its hash") {
    CHECK(has_usual_schema(made()));
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
        CHECK_FALSE(has_usual_schema(database));
        CHECK(test::code_of([&] { require_own_schema(database, schema_version); }) ==
              ErrorCode::archive_foreign);
    }
}
