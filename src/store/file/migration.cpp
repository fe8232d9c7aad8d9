#include "store/file/migration.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>

#include "store/check/repair.hpp"
#include "store/file/backup.hpp"
#include "store/file/schema.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/statement.hpp"
#include "text/analysis/language.hpp"

namespace newsarc::store {
namespace {

namespace fs = std::filesystem;

void require_writable(const std::string& path, SQLite::Database& database, std::int32_t format) {
    const std::string folder = fs::path(path).parent_path();
    const bool readonly = sqlite3_db_readonly(database.getHandle(), "main") != 0;
    if (!readonly && access(folder.empty() ? "." : folder.c_str(), W_OK) == 0) return;
    throw Error(
        ErrorCode::io,
        path + " has the former archive format " + std::to_string(format) +
            " and has to be brought to format " + std::to_string(schema_version) +
            " once, but the file or its folder cannot be written",
        "run `newsarc check` on it as a user who may write both; a copy in a folder of your own will do "
        "too");
}

std::string free_backup_name(const std::string& path, std::int32_t format) {
    const std::string name = path + ".format-" + std::to_string(format);
    std::string out = name;
    for (int number = 2; fs::exists(fs::symlink_status(out)); ++number)
        out = name + "." + std::to_string(number);
    return out;
}

/// Former formats left the language of imported articles open.
void identify_languages(const Connection& connection) {
    Statement select(connection.database(),
                     "SELECT id, headline, substr(body, 1, 2000) FROM article WHERE language IS NULL");
    Statement update(connection.database(), "UPDATE article SET language = ? WHERE id = ?");
    while (select.step()) {
        const auto language = text::identify_language(select.text(1), select.text(2));
        if (language) update.bind(*language, select.integer(0)).run();
    }
}

}  // namespace

std::int32_t format_of(SQLite::Database& database) {
    return database.execAndGet("PRAGMA user_version").getInt();
}

std::optional<FormatChange> migrate(const std::string& path, const Connection& connection,
                                    std::chrono::milliseconds busy_timeout) {
    SQLite::Database& database = connection.database();
    require_writable(path, database, format_of(database));
    // The lock comes first, so that nothing is written between the backup and the change.
    SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
    const std::int32_t format = format_of(database);
    if (format == schema_version) return std::nullopt;
    const FormatChange change{format, schema_version, free_backup_name(path, format)};
    back_up(Connection(path, Access::as_it_is, busy_timeout), change.backup, {});
    bring_up(database, format);
    if (format < 3) identify_languages(connection);
    derive_all(connection);
    transaction.commit();
    return change;
}

}  // namespace newsarc::store
