#include "store/sql/fulltext_api.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Exception.h>

namespace newsarc::store {

RawStatement prepare_raw(sqlite3* handle, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) != SQLITE_OK) {
        throw SQLite::Exception(handle);
    }
    return RawStatement(statement);
}

fts5_api* fulltext_api(sqlite3* handle) {
    fts5_api* api = nullptr;
    const RawStatement statement = prepare_raw(handle, "SELECT fts5(?1)");
    sqlite3_bind_pointer(statement.get(), 1, static_cast<void*>(&api), "fts5_api_ptr", nullptr);
    sqlite3_step(statement.get());
    if (api == nullptr) throw Error(ErrorCode::unsupported, "this SQLite has no usable FTS5");
    return api;
}

}  // namespace newsarc::store
