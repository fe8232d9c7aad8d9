#include "store/file/archive_file.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <vector>

#include "store/file/schema.hpp"
#include "store/file/temporary_file.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

namespace fs = std::filesystem;

// https://www.sqlite.org/fileformat2.html#the_database_header
constexpr std::string_view magic{"SQLite format 3\0", 16};
constexpr std::size_t header_size = 100;
constexpr std::size_t user_version_offset = 60;
constexpr std::size_t application_id_offset = 68;

[[noreturn]] void fail(const std::string& what, const std::string& path, int error, std::string hint) {
    throw Error(ErrorCode::io, what + " " + path + ": " + std::strerror(error), std::move(hint));
}

/// A pointer to text, not to const text in some versions.
using FileName = decltype(sqlite3_create_filename("", "", "", 0, nullptr));

using Header = std::array<unsigned char, header_size>;

/// A file opened the way SQLite opens a database. To close a descriptor of one's own would drop every lock
/// that this process has on the file by other descriptors
/// (https://www.sqlite.org/howtocorrupt.html#posixclose); SQLite's own layer waits with the close until they
/// are gone.
class DatabaseFile {
public:
    explicit DatabaseFile(const std::string& path) : vfs_(sqlite3_vfs_find(nullptr)) {
        // Links are resolved by this, and not followed any more by the open.
        std::string full(static_cast<std::size_t>(vfs_->mxPathname) + 1, '\0');
        vfs_->xFullPathname(vfs_, path.c_str(), static_cast<int>(full.size()), full.data());
        name_ = sqlite3_create_filename(full.c_str(), "", "", 0, nullptr);
        memory_.resize(static_cast<std::size_t>(vfs_->szOsFile) / sizeof(std::max_align_t) + 1);
        int flags = 0;
        status_ = name_ == nullptr
                      ? SQLITE_NOMEM
                      : vfs_->xOpen(vfs_, name_, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags);
        reason_ = status_ == SQLITE_OK ? 0 : errno;
    }
    DatabaseFile(const DatabaseFile&) = delete;
    DatabaseFile& operator=(const DatabaseFile&) = delete;
    ~DatabaseFile() {
        if (file()->pMethods != nullptr) file()->pMethods->xClose(file());
        sqlite3_free_filename(name_);
    }

    /// The errno of what kept it from being opened; 0 when it is open.
    [[nodiscard]] int reason() const { return reason_; }

    /// False when the file is shorter, or cannot be read.
    bool read(Header& header) {
        status_ = file()->pMethods->xRead(file(), header.data(), static_cast<int>(header.size()), 0);
        return status_ == SQLITE_OK;
    }

    [[nodiscard]] bool is_short() const { return status_ == SQLITE_IOERR_SHORT_READ; }

private:
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(memory_.data()); }

    sqlite3_vfs* vfs_;
    FileName name_;
    std::vector<std::max_align_t> memory_;
    int status_ = SQLITE_OK;
    int reason_ = 0;
};

constexpr std::array<const char*, 3> companions{"-journal", "-wal", "-shm"};

bool has_magic(const Header& header) {
    return std::memcmp(header.data(), magic.data(), magic.size()) == 0;
}

bool is_database(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_size == 0) return false;
    DatabaseFile file(path);
    Header header{};
    return file.reason() == 0 && file.read(header) && has_magic(header);
}

/// What SQLite keeps beside a database that is there.
void refuse_companion(const std::string& path) {
    for (const std::string_view suffix : companions) {
        if (!path.ends_with(suffix)) continue;
        const std::string database = path.substr(0, path.size() - suffix.size());
        if (!is_database(database)) continue;
        throw Error(ErrorCode::usage, path + " is where SQLite keeps changes to " + database,
                    "nothing was written; name another file");
    }
}

std::uint32_t big_endian(const Header& header, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i)
        value = (value << 8) | header[offset + i];
    return value;
}

/// Folders made private as they are made, not after: another user must not get in between.
void create_folders(const fs::path& folder) {
    if (folder.empty() || fs::exists(folder)) return;
    create_folders(folder.parent_path());
    if (mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
        fail("cannot make the folder", folder.string(), errno, "name another place with --archive FILE");
    }
}

void fill(const std::string& path) {
    guarded([&] {
        SQLite::Database database(database_name(path), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA synchronous = FULL");
        SQLite::Transaction transaction(database, SQLite::TransactionBehavior::IMMEDIATE);
        create_schema(database);
        transaction.commit();
    });
}

/// Held while an empty file gives way to a new archive: of several processes that find it empty, one at a
/// time looks again and replaces it. Without it, one could replace the archive that another has just put
/// there.
class EmptyFileLock {
public:
    explicit EmptyFileLock(const std::string& path) : path_(path) {
        if (!is_empty_file()) return;
        file_ = open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        if (file_ < 0 && errno == ENOENT) return;
        if (file_ < 0) fail("cannot make the archive", path, errno, "check the permissions of the file");
        // Not flock(), which a script may hold that runs newsarc under it. A file system without locks has
        // nothing better to offer.
        struct flock first_byte {};
        first_byte.l_type = F_WRLCK;
        first_byte.l_whence = SEEK_SET;
        first_byte.l_len = 1;
        while (fcntl(file_, wait_for_lock, &first_byte) != 0 && errno == EINTR) {
        }
    }
    EmptyFileLock(const EmptyFileLock&) = delete;
    EmptyFileLock& operator=(const EmptyFileLock&) = delete;
    ~EmptyFileLock() {
        if (file_ >= 0) close(file_);
    }

    /// False when there is no such file, or another has come to its place.
    [[nodiscard]] bool holds_empty_file() const {
        struct stat locked {};
        struct stat there {};
        return file_ >= 0 && is_empty_file() && fstat(file_, &locked) == 0 &&
               lstat(path_.c_str(), &there) == 0 && locked.st_dev == there.st_dev &&
               locked.st_ino == there.st_ino;
    }

private:
    // Of the open file where there is such a lock: the threads of a process are then kept apart as well.
#ifdef F_OFD_SETLKW
    static constexpr int wait_for_lock = F_OFD_SETLKW;
#else
    static constexpr int wait_for_lock = F_SETLKW;
#endif

    [[nodiscard]] bool is_empty_file() const {
        struct stat facts {};
        return lstat(path_.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size == 0;
    }

    const std::string& path_;
    int file_ = -1;
};

}  // namespace

FileFacts inspect(const std::string& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return {};
        fail("cannot look at the archive", path, errno, "check the permissions of its folder");
    }
    if (S_ISDIR(status.st_mode)) {
        throw Error(ErrorCode::io, "the archive " + path + " is a folder",
                    "an archive is one file; name it with --archive FILE");
    }
    if (!S_ISREG(status.st_mode)) return {FileKind::not_sqlite, 0};
    if (status.st_size == 0) return {};

    DatabaseFile file(path);
    if (file.reason() != 0)
        fail("cannot read the archive", path, file.reason(), "check the permissions of the file");
    Header header{};
    const bool whole = file.read(header);
    if (!whole && !file.is_short()) fail("cannot read the archive", path, EIO, "check the disk");
    if (!whole || !has_magic(header)) return {FileKind::not_sqlite, 0};
    const std::uint32_t version = big_endian(header, user_version_offset);
    const bool ours = big_endian(header, application_id_offset) == static_cast<std::uint32_t>(application_id);
    if (!ours || version == 0) {
        return {FileKind::foreign, 0};
    }
    if (version > static_cast<std::uint32_t>(schema_version)) return {FileKind::newer, version};
    return {FileKind::archive, version};
}

void require_archive(const std::string& path) {
    const FileFacts facts = inspect(path);
    switch (facts.kind) {
        case FileKind::archive: return;
        case FileKind::missing:
            throw Error(ErrorCode::archive_missing, "there is no archive at " + path,
                        "make one with `newsarc add PATH...`, or name another with --archive FILE");
        case FileKind::not_sqlite:
            throw Error(ErrorCode::archive_foreign, path + " is not a newsarc archive",
                        "nothing was changed; name the archive with --archive FILE");
        case FileKind::foreign:
            throw Error(ErrorCode::archive_foreign, path + " is another program's SQLite database",
                        "nothing was changed; name the archive with --archive FILE");
        case FileKind::newer:
            throw Error(ErrorCode::archive_newer,
                        path + " has archive format " + std::to_string(facts.version) +
                            "; this newsarc knows formats up to " + std::to_string(schema_version),
                        "nothing was changed; use a later newsarc");
    }
}

std::string database_name(const std::string& path) {
    return path.starts_with('/') ? path : "./" + path;
}

void refuse_database_file(const std::string& path) {
    refuse_companion(path);
    if (!is_database(path)) return;
    throw Error(ErrorCode::usage, path + " is an SQLite database, and would be lost",
                "nothing was written; name another file, or move the database away first");
}

void refuse_place(const std::string& path) {
    refuse_companion(path);
    for (const char* suffix : {"-journal", "-wal"}) {
        if (!fs::exists(fs::symlink_status(path + suffix))) continue;
        throw Error(ErrorCode::io, path + suffix + " is there, left of a database of that name that is gone",
                    "put that database back beside it, or remove it, or name another file");
    }
}

void create_archive(const std::string& path) {
    if (fs::is_symlink(fs::symlink_status(path))) {
        throw Error(ErrorCode::io, path + " is a link to a file that is not there, or is empty",
                    "make the archive under its own name: --archive " + fs::read_symlink(path).string());
    }
    create_folders(fs::path(path).parent_path());
    refuse_place(path);
    TemporaryFile made(path, "cannot make the archive", "name another place with --archive FILE");
    fill(made.path());
    const EmptyFileLock lock(path);
    if (lock.holds_empty_file()) {
        made.replace();
    } else {
        // When another process was first, its archive is the one.
        static_cast<void>(made.put());
    }
}

}  // namespace newsarc::store
