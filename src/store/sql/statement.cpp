#include "store/sql/statement.hpp"

#include <sqlite3.h>

namespace newsarc::store {

Error moved_error() {
    return {ErrorCode::io, "the archive was moved, replaced or deleted while it was in use",
            "nothing of this step was stored; try again with the archive that is there now"};
}

namespace {

Error damaged(const std::string& message) {
    return {ErrorCode::archive_damaged, "the archive is damaged: " + message,
            "newsarc check tells more; restore it from a backup, or copy what can be read with "
            "`sqlite3 ARCHIVE .recover`"};
}

/// SQLite has no code of its own for values that its functions and FTS5 cannot work with. The statements are
/// ours, and so are the tables: it is what stands in them.
bool is_of_values(std::string_view message) {
    for (const char* part : {"malformed JSON", "JSON path error", "fts5", "article_fts", "integer overflow",
                             "string or blob too big"}) {
        if (message.find(part) != std::string_view::npos) return true;
    }
    return false;
}

}  // namespace

Error to_error(const SQLite::Exception& exception) {
    const std::string message = exception.what();
    // Some functions give the extended code, whose low byte is the code itself.
    switch (exception.getErrorCode() & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::busy, "the archive is busy: another process is writing to it",
                    "wait for the other newsarc to finish, then try again"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB: return damaged(message);
        case SQLITE_FULL:
            return {ErrorCode::io, "no space is left for the archive: " + message,
                    "free some space and try again; nothing of this step was stored"};
        case SQLITE_READONLY:
            if (exception.getExtendedErrorCode() == SQLITE_READONLY_DBMOVED) return moved_error();
            return {ErrorCode::io, "the archive cannot be written: " + message,
                    "check the permissions of the file and of its folder"};
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {ErrorCode::io, "the archive cannot be read or written: " + message,
                    "check the file, its folder and the disk"};
        case SQLITE_INTERRUPT: return {ErrorCode::interrupted, "interrupted"};
        case SQLITE_TOOBIG:
            return {ErrorCode::input, "a text is too long for the archive (SQLite takes 1 GB a value)"};
        // Whoever stores has looked for what is there, under a lock: only what stands beside it can be in the
        // way.
        case SQLITE_CONSTRAINT:
        case SQLITE_MISMATCH: return damaged(message);
        case SQLITE_ERROR:
            if (is_of_values(message)) return damaged(message);
            return {ErrorCode::internal, "SQLite: " + message};
        default: return {ErrorCode::internal, "SQLite: " + message};
    }
}

ValueType Statement::type(int column) const {
    switch (statement_.getColumn(column).getType()) {
        case SQLITE_INTEGER: return ValueType::integer;
        case SQLITE_FLOAT: return ValueType::real;
        case SQLITE_TEXT: return ValueType::text;
        case SQLITE_BLOB: return ValueType::blob;
        default: return ValueType::null;
    }
}

std::optional<std::int64_t> Statement::optional_integer(int column) const {
    if (is_null(column)) return std::nullopt;
    return integer(column);
}

std::optional<std::string> Statement::optional_text(int column) const {
    if (is_null(column)) return std::nullopt;
    return text(column);
}

std::string_view Statement::blob(int column) const {
    const SQLite::Column value = statement_.getColumn(column);
    return {static_cast<const char*>(value.getBlob()), static_cast<std::size_t>(value.getBytes())};
}

void Statement::bind_blob(int parameter, std::string_view bytes) {
    // A null pointer would bind NULL where an empty blob is meant.
    const char* data = bytes.empty() ? "" : bytes.data();
    statement_.bind(parameter, static_cast<const void*>(data), static_cast<int>(bytes.size()));
}

void Statement::bind_next(const std::optional<std::string>& value) {
    if (value) {
        bind_next(*value);
    } else {
        bind_next(std::nullopt);
    }
}

void Statement::bind_next(const std::optional<std::int64_t>& value) {
    if (value) {
        bind_next(*value);
    } else {
        bind_next(std::nullopt);
    }
}

}  // namespace newsarc::store
