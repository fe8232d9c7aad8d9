#include "store/sql/connection.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "store/file/archive_file.hpp"
#include "store/file/lock_holder.hpp"
#include "store/file/migration.hpp"
#include "store/file/own_schema.hpp"
#include "store/file/schema.hpp"
#include "store/index/fulltext.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

void require_fts5() {
    if (sqlite3_compileoption_used("ENABLE_FTS5") != 0) return;
    throw Error(ErrorCode::unsupported,
                std::string("the SQLite library in use (") + sqlite3_libversion() +
                    ") has no FTS5, the full-text search that newsarc is built on",
                "install the SQLite of your system's packages, or build it with -DSQLITE_ENABLE_FTS5");
}

void harden(SQLite::Database& database) {
    sqlite3* handle = database.getHandle();
    const auto set = [&](int option, int value) {
        int now = -1;
        if (sqlite3_db_config(handle, option, value, &now) != SQLITE_OK || now != value) {
            throw Error(ErrorCode::unsupported, "this SQLite cannot be hardened as newsarc needs it",
                        "install SQLite 3.37 or later");
        }
    };
    set(SQLITE_DBCONFIG_DEFENSIVE, 1);
    set(SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0);
    set(SQLITE_DBCONFIG_DQS_DDL, 0);
    set(SQLITE_DBCONFIG_DQS_DML, 0);
    set(SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0);
    set(SQLITE_DBCONFIG_ENABLE_TRIGGER, 0);
    set(SQLITE_DBCONFIG_ENABLE_VIEW, 0);
    database.exec("PRAGMA cell_size_check = ON");
    database.exec("PRAGMA foreign_keys = ON");
    database.exec("PRAGMA mmap_size = 0");
}

void choose_journal(SQLite::Database& database) {
    if (has_mended_wal(sqlite3_libversion_number())) {
        database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        return;
    }
    // A transaction is committed by deleting its journal. EXTRA also syncs the folder then: with FULL
    // a power loss right after could bring the journal back, and undo what was reported as stored.
    database.exec("PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA");
    // A cache that spills in the middle of a transaction locks every reader out until its end.
    database.exec("PRAGMA cache_spill = OFF");
    // Pages of the indexes are read and written again and again while many articles are stored. Kibibytes;
    // what is not needed is not taken.
    database.exec("PRAGMA cache_size = -65536");
}

/// What is written to a file that has lost its name is lost with it.
void require_in_place(SQLite::Database& database) {
    // What lies in memory, or in a file without a name, has no place.
    const char* const name = sqlite3_db_filename(database.getHandle(), "main");
    if (name == nullptr || *name == '\0') return;
    int moved = 0;
    sqlite3_file_control(database.getHandle(), "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    if (moved != 0) throw moved_error();
}

bool is_new(Access access) {
    return access == Access::memory || access == Access::scratch;
}

/// SQLite knows no file by these two: https://www.sqlite.org/inmemorydb.html
std::string name_for(const std::string& path, Access access) {
    if (access == Access::memory) return ":memory:";
    return access == Access::scratch ? "" : database_name(path);
}

int open_flags(Access access) {
    // No connection is used by two threads at once, so that SQLite needs no locks against that.
    // Reading also opens for writing: a journal left by a crash must be rolled back before anything is read,
    // and that is a write. SQLite falls back to reading alone where the file cannot be written.
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_NOMUTEX;
    return is_new(access) ? flags | SQLite::OPEN_CREATE : flags;
}

}  // namespace

bool has_mended_wal(int version) {
    if (version >= 3051003) return true;
    const int branch = version / 1000;
    const int release = version % 1000;
    return (branch == 3050 && release >= 7) || (branch == 3044 && release >= 6);
}

Connection::Connection(const std::string& path, Access access, std::chrono::milliseconds busy_timeout) {
    require_fts5();
    if (access == Access::create && inspect(path).kind == FileKind::missing) create_archive(path);
    if (!is_new(access)) require_archive(path);
    const auto open = [&] {
        database_ = std::make_unique<SQLite::Database>(name_for(path, access), open_flags(access),
                                                       static_cast<int>(busy_timeout.count()));
        harden(*database_);
        register_fulltext(*database_);
        if (!is_new(access)) bring_up_to_date(path, access, busy_timeout);
        switch (access) {
            case Access::read:
            case Access::as_it_is: database_->exec("PRAGMA query_only = ON"); break;
            case Access::write:
            case Access::create: choose_journal(*database_); break;
            case Access::scratch: database_->exec("PRAGMA synchronous = OFF"); [[fallthrough]];
            case Access::memory: create_schema(*database_); break;
        }
    };
    naming_lock_holder(path, [&] { guarded(open); });
}

void Connection::bring_up_to_date(const std::string& path, Access access,
                                  std::chrono::milliseconds busy_timeout) {
    const std::int32_t format = format_of(*database_);
    require_own_schema(*database_, format);
    if (format == schema_version || access == Access::as_it_is) return;
    choose_journal(*database_);
    format_change_ = migrate(path, *this, busy_timeout);
    require_own_schema(*database_, schema_version);
}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Transaction::Transaction(const Connection& connection) : database_(connection.database()) {
    naming_lock_holder(database_.getFilename(), [&] { guarded([&] { database_.exec("BEGIN IMMEDIATE"); }); });
}

Transaction::~Transaction() {
    // SQLite may have rolled back by itself (a full disk); a second rollback then fails harmlessly.
    if (open_) database_.tryExec("ROLLBACK");
}

void Transaction::commit() {
    require_in_place(database_);
    naming_lock_holder(database_.getFilename(), [&] { guarded([&] { database_.exec("COMMIT"); }); });
    open_ = false;
}

}  // namespace newsarc::store
