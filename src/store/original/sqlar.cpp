#include "store/original/sqlar.hpp"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <zlib.h>

#include <algorithm>
#include <climits>
#include <filesystem>
#include <system_error>
#include <utility>

#include "store/file/archive_file.hpp"
#include "store/sql/statement.hpp"
#include "text/address.hpp"
#include "text/unpacking.hpp"

namespace newsarc::store {
namespace {

constexpr const char* select_files =
    "SELECT name, mode, mtime, sz, length(data), CASE WHEN length(data) <= ?1 THEN data END FROM sqlar";

void harden(const SQLite::Database& database, std::size_t largest) {
    sqlite3* handle = database.getHandle();
    for (const auto& [option, value] : {std::pair{SQLITE_DBCONFIG_DEFENSIVE, 1},
                                        {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
                                        {SQLITE_DBCONFIG_ENABLE_TRIGGER, 0},
                                        {SQLITE_DBCONFIG_ENABLE_VIEW, 0}}) {
        int now = -1;
        sqlite3_db_config(handle, option, value, &now);
    }
    // A value that is not to be read is not to be held in memory either.
    constexpr std::size_t room_beside_data = 1'000'000;
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH,
                  static_cast<int>(std::min<std::size_t>(largest + room_beside_data, INT_MAX)));
}

/// A file that is read as it stands, with nothing written to it or beside it
/// (https://www.sqlite.org/uri.html, immutable).
std::string immutable(const std::string& path) {
    return "file:" + text::percent_encoded(database_name(path), "/") + "?immutable=1";
}

/// What stands in a journal is not in the file yet, or still in it: without looking there it would be read
/// wrong.
void require_settled(const std::string& path) {
    for (const char* suffix : {"-journal", "-wal"}) {
        std::error_code status;
        if (std::filesystem::file_size(path + suffix, status) == 0 || status) continue;
        throw Error(ErrorCode::input, path + ": changes to it are in " + path + suffix,
                    "wait until no program uses it, or make a copy to import: sqlite3 FILE 'VACUUM INTO "
                    "\"copy.db\"'");
    }
}

bool has_files(const SQLite::Database& database) {
    Statement tables(database,
                     "SELECT 1 FROM sqlite_schema WHERE name = 'sqlar' AND type = 'table' AND rootpage > 0");
    return tables.step();
}

std::optional<std::string> inflated(std::string_view data, std::size_t size) {
    std::string out(size, '\0');
    uLongf got = out.size();
    const int status = uncompress(reinterpret_cast<Bytef*>(out.data()), &got,
                                  reinterpret_cast<const Bytef*>(data.data()), data.size());
    if (status != Z_OK || got != out.size()) return std::nullopt;
    return out;
}

}  // namespace

struct SqlarReader::State {
    State(std::string path, std::size_t most)
        : name(std::move(path)),
          largest(most),
          file_size((require_settled(name), std::filesystem::file_size(name))),
          database(immutable(name), SQLite::OPEN_READONLY | SQLite::OPEN_URI, 0),
          files((harden(database, largest), check()), select_files) {
        files.bind(static_cast<std::int64_t>(largest));
    }

    const SQLite::Database& check() const {
        if (has_files(database)) return database;
        throw Error(ErrorCode::input, name + ": an SQLite database without a table sqlar",
                    "newsarc reads the archives that sqlite3 -A makes");
    }

    /// Counts what comes out against what it was in; several rows of a made up file may have the same pages.
    void watch(std::size_t bytes, std::size_t data) {
        unpacked += bytes;
        packed += data;
        if (!text::unpacks_too_far(unpacked, std::min(packed, file_size))) return;
        throw Error(ErrorCode::input, name + ": " + text::unpacks_too_far_message(),
                    "unpack it with sqlite3 -A -x to see what is in it");
    }

    File read() {
        File out;
        out.source.path = files.text(0);
        out.source.modified = files.integer(2);
        const std::int64_t size = files.integer(3);
        const auto fail = [&](const std::string& what, const std::string& hint) {
            out.error.emplace(ErrorCode::input, name + "/" + out.source.path + ": " + what, hint);
            return out;
        };
        if (size < 0 || static_cast<std::uint64_t>(size) > largest ||
            static_cast<std::uint64_t>(files.integer(4)) > largest) {
            return fail("larger than " + std::to_string(largest) + " bytes", "--max-size allows more");
        }
        const std::string_view data = files.blob(5);
        watch(static_cast<std::size_t>(size), data.size());
        if (data.size() == static_cast<std::size_t>(size)) {
            out.source.bytes = data;
            return out;
        }
        std::optional<std::string> bytes = inflated(data, static_cast<std::size_t>(size));
        if (!bytes) return fail("damaged", "unpack the archive with sqlite3 -A -x to see what is in it");
        out.source.bytes = std::move(*bytes);
        return out;
    }

    /// Folders have no data, links a size of -1.
    [[nodiscard]] bool is_file() const {
        const auto mode = static_cast<unsigned>(files.integer(1));
        return !files.is_null(4) && files.integer(3) != -1 &&
               ((mode & S_IFMT) == S_IFREG || (mode & S_IFMT) == 0);
    }

    std::string name;
    std::size_t largest;
    std::size_t file_size;
    std::size_t unpacked = 0;  ///< bytes, of all files
    std::size_t packed = 0;
    SQLite::Database database;
    Statement files;
};

SqlarReader::SqlarReader(const std::string& path, std::size_t largest) {
    const FileKind kind = inspect(path).kind;
    if (kind == FileKind::archive || kind == FileKind::newer) {
        throw Error(ErrorCode::usage, path + ": an archive of newsarc itself",
                    "newsarc -A " + path + " export | newsarc import -");
    }
    try {
        state_ = std::make_unique<State>(path, largest);
    } catch (const SQLite::Exception& exception) {
        throw Error(ErrorCode::input, path + ": " + exception.what(),
                    "sqlite3 -A makes archives that newsarc reads");
    }
}

SqlarReader::SqlarReader(SqlarReader&&) noexcept = default;
SqlarReader& SqlarReader::operator=(SqlarReader&&) noexcept = default;
SqlarReader::~SqlarReader() = default;

std::optional<SqlarReader::File> SqlarReader::next() {
    try {
        while (state_->files.step()) {
            if (state_->is_file()) return state_->read();
        }
        return std::nullopt;
    } catch (const SQLite::Exception& exception) {
        throw Error(ErrorCode::input, state_->name + ": " + exception.what(),
                    "copy what can be read of it with `sqlite3 ARCHIVE .recover`");
    }
}

}  // namespace newsarc::store
