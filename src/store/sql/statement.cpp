#include "store/sql/statement.hpp"

#include <sqlite3.h>

namespace newsarc::store {

Error moved_error() {
    return {ErrorCode::io, "the archive was moved, replaced or deleted while it was in use",
            "nothing of this step was stored; try again with the archive that is there now"};
}

Error to_error(const SQLite::Exception& exception) {
    const std::string message = exception.what();
    // Some functions give the extended code, whose low byte is the code itself.
    switch (exception.getErrorCode() & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorCode::busy, "the archive is busy: another process is writing to it",
                    "wait for the other newsarc to finish, then try again"};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorCode::archive_damaged, "the archive is damaged: " + message,
                    "restore it from a backup, or copy what can be read with `sqlite3 ARCHIVE .recover`"};
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
        default: return {ErrorCode::internal, "SQLite: " + message};
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
