#include "store/file/backup.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string_view>
#include <system_error>

#include "store/article/articles.hpp"
#include "store/file/archive_file.hpp"
#include "store/file/temporary_file.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// Copied under one lock, then the lock is let go: 8 MB, some hundredths of a second.
constexpr int pages_a_step = 2048;

/// Each write of another process makes the copying begin again; after so many times it keeps the lock.
constexpr int most_restarts = 3;

std::optional<struct stat> facts_of(const std::string& path) {
    struct stat facts {};
    if (lstat(path.c_str(), &facts) != 0) return std::nullopt;
    return facts;
}

Error is_there(const std::string& path) {
    return {ErrorCode::usage, path + " is there already", "name another file, or replace it with --force"};
}

/// Where a link leads in the end: a link stays, and what it points at is replaced. `/dev/stdout` is one.
std::string followed(const std::string& path) {
    std::error_code status;
    const auto target = std::filesystem::canonical(path, status);
    return status || !std::filesystem::is_symlink(path, status) ? path : target.string();
}

void require_free(const std::string& path, const Connection& connection, bool overwrite) {
    if (const auto there = facts_of(path)) {
        struct stat archive {};
        const char* const name = sqlite3_db_filename(connection.database().getHandle(), "main");
        struct stat followed {};
        if (name != nullptr && stat(name, &archive) == 0 && stat(path.c_str(), &followed) == 0 &&
            archive.st_dev == followed.st_dev && archive.st_ino == followed.st_ino) {
            throw Error(ErrorCode::usage, path + " is the archive itself", "name another file");
        }
        if (!S_ISREG(there->st_mode) && (overwrite || !S_ISLNK(there->st_mode))) {
            throw Error(ErrorCode::usage, path + " is no file that a backup could replace",
                        "name a file, in a folder that is there");
        }
        if (!overwrite) throw is_there(path);
    }
    refuse_place(path);
}

void copy(SQLite::Database& from, SQLite::Database& to, const std::function<bool()>& stop) {
    SQLite::Backup backup(to, from);
    int restarts = 0;
    int remaining = -1;
    while (true) {
        if (stop && stop()) {
            throw Error(ErrorCode::interrupted, "interrupted: no backup was made",
                        "the archive is as it was");
        }
        const int status = backup.executeStep(restarts < most_restarts ? pages_a_step : -1);
        if (status == SQLITE_DONE) return;
        if (status != SQLITE_OK) throw to_error(SQLite::Exception(to.getHandle(), status));
        if (remaining >= 0 && backup.getRemainingPageCount() >= remaining) ++restarts;
        remaining = backup.getRemainingPageCount();
    }
}

/// Reads all of the copy; what it gives back is what the backup holds.
BackupSummary verified(const std::string& path) {
    const Connection copy(path, Access::as_it_is, std::chrono::milliseconds(0));
    return guarded([&] {
        Statement check(copy.database(), "PRAGMA integrity_check(1)");
        if (!check.step() || check.text(0) != "ok") {
            throw Error(ErrorCode::archive_damaged,
                        "the archive is damaged, and so would be its backup: " + check.text(0),
                        "newsarc check tells more; what can be read goes out with newsarc export");
        }
        return BackupSummary{static_cast<std::size_t>(count_articles(copy)),
                             static_cast<std::size_t>(std::filesystem::file_size(path))};
    });
}

}  // namespace

BackupSummary back_up(const Connection& connection, const std::string& wanted, const BackupOptions& options) {
    const std::string path = options.overwrite ? followed(wanted) : wanted;
    require_free(path, connection, options.overwrite);
    TemporaryFile made(path, "cannot make the backup",
                       "name a file in a folder that is there and can be written");
    guarded([&] {
        try {
            SQLite::Database target(database_name(made.path()), SQLite::OPEN_READWRITE);
            target.exec("PRAGMA synchronous = FULL");
            copy(connection.database(), target, options.stop);
        } catch (const SQLite::Exception& exception) {
            if (exception.getErrorCode() != SQLITE_FULL) throw;
            throw Error(ErrorCode::io, "cannot make the backup " + path + ": no space is left on its disk",
                        "make room, or name a file on another disk");
        }
    });
    const BackupSummary summary = verified(made.path());
    if (options.overwrite) {
        made.replace();
    } else if (!made.put()) {
        throw is_there(path);
    }
    return summary;
}

}  // namespace newsarc::store
