#pragma once

#include <sqlite3.h>

#include <memory>

namespace newsarc::store {

struct StatementEnd {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};

/// A statement in SQLite's own form, for what SQLiteCpp does not offer.
using RawStatement = std::unique_ptr<sqlite3_stmt, StatementEnd>;

/// Throws SQLite::Exception.
RawStatement prepare_raw(sqlite3* handle, const char* sql);

/// FTS5's own interface, asked for as its documentation says. Throws SQLite::Exception, and
/// Error(unsupported) when there is none.
fts5_api* fulltext_api(sqlite3* handle);

}  // namespace newsarc::store
