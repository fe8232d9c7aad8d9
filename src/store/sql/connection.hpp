#pragma once

#include <newsarc/maintenance.hpp>

#include <chrono>
#include <memory>
#include <optional>
#include <string>

namespace SQLite {
class Database;
}

namespace newsarc::store {

enum class Access {
    read,      ///< an archive that is there; nothing is written
    write,     ///< an archive that is there
    create,    ///< one that is there, or a new one
    memory,    ///< a new one in memory
    scratch,   ///< a new one that is gone with the connection, on the disk where it grows large
    as_it_is,  ///< one that is there, even of a former format; nothing is written
};

/// One archive, of the very schema that this program makes, open and hardened: defensive mode, no trusted
/// schema, no triggers or views, no extensions, no double-quoted strings, cell sizes checked. Writes go
/// through a rollback journal with synchronous=EXTRA, or through a write-ahead log where SQLite's reset bug
/// is mended (https://www.sqlite.org/wal.html#walresetbug). An archive of a former format is brought to this
/// one when it is opened, also for reading (migration.hpp). Moves; every handle made from it must go before
/// it.
class Connection {
public:
    /// Throws Error: archive_missing, archive_foreign, archive_newer, archive_damaged, busy, io, and
    /// unsupported when the SQLite at run time has no FTS5.
    Connection(const std::string& path, Access access, std::chrono::milliseconds busy_timeout);
    Connection(Connection&&) noexcept;
    Connection& operator=(Connection&&) noexcept;
    ~Connection();

    [[nodiscard]] SQLite::Database& database() const { return *database_; }

    /// What was done to an archive of a former format.
    [[nodiscard]] const std::optional<FormatChange>& format_change() const { return format_change_; }

private:
    void bring_up_to_date(const std::string& path, Access access, std::chrono::milliseconds busy_timeout);

    std::unique_ptr<SQLite::Database> database_;
    std::optional<FormatChange> format_change_;
};

/// A write transaction: takes the write lock at once, and rolls back unless committed.
class Transaction {
public:
    explicit Transaction(const Connection& connection);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    /// Throws Error(io), with nothing stored, when the file is no longer where it was opened.
    void commit();

private:
    SQLite::Database& database_;
    bool open_ = true;
};

/// True when this version of SQLite can be trusted with a write-ahead log: 3.51.3 and later, and
/// the releases of older branches that were mended (3.50.7, 3.44.6).
/// `version` is what sqlite3_libversion_number() gives.
bool has_mended_wal(int version);

}  // namespace newsarc::store
