#include "faults/fault_vfs.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdint>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "support/effort.hpp"

namespace newsarc::test {
namespace {

/// What is on the disk of a file or a name that was changed since: absent when there was no file.
using Durable = std::map<std::string, std::optional<std::string>>;

/// A change of a file that was not synced.
struct Change {
    std::string path;
    std::size_t offset = 0;  ///< of the bytes, or where the file is cut off
    std::optional<std::string> bytes;
};

struct State {
    sqlite3_vfs* real = nullptr;
    sqlite3_vfs shim{};
    Fault fault = Fault::none;
    std::size_t at = 0;
    std::size_t calls = 0;
    bool struck = false;
    Durable contents;  ///< of files written to and not synced
    Durable names;     ///< of files deleted without a sync of their folder
    std::vector<Change> changes;
};

State state;

struct File {
    sqlite3_file base;
    sqlite3_file* real;
    std::string* path;
};

File& of(sqlite3_file* file) {
    return *reinterpret_cast<File*>(file);
}

std::optional<std::string> contents_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

bool takes_back() {
    return state.fault == Fault::power_loss || state.fault == Fault::torn;
}

bool is_dead() {
    return state.struck && (state.fault == Fault::killed || takes_back());
}

/// Counts a call that changes something. What to return instead of doing it; SQLITE_OK to do it.
int strike(int error, bool grows) {
    ++state.calls;
    if (!state.struck && state.fault != Fault::none && state.calls == state.at) {
        state.struck = true;
        if (state.fault == Fault::io_error) return error;
    }
    if (is_dead()) return error;
    if (state.struck && state.fault == Fault::full && grows) return SQLITE_FULL;
    return SQLITE_OK;
}

void remember(const Change& change) {
    if (takes_back()) state.contents.try_emplace(change.path, contents_of(change.path));
    if (state.fault == Fault::torn) state.changes.push_back(change);
}

void forget(const std::string& path) {
    state.contents.erase(path);
    std::erase_if(state.changes, [&](const Change& change) { return change.path == path; });
}

int close_file(sqlite3_file* file) {
    File& own = of(file);
    const int status = own.real->pMethods != nullptr ? own.real->pMethods->xClose(own.real) : SQLITE_OK;
    delete own.path;
    return status;
}

int read_file(sqlite3_file* file, void* to, int size, sqlite3_int64 offset) {
    return of(file).real->pMethods->xRead(of(file).real, to, size, offset);
}

int write_file(sqlite3_file* file, const void* from, int size, sqlite3_int64 offset) {
    File& own = of(file);
    sqlite3_int64 length = 0;
    own.real->pMethods->xFileSize(own.real, &length);
    if (const int error = strike(SQLITE_IOERR_WRITE, offset + size > length)) return error;
    remember({*own.path, static_cast<std::size_t>(offset),
              std::string(static_cast<const char*>(from), static_cast<std::size_t>(size))});
    return own.real->pMethods->xWrite(own.real, from, size, offset);
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    File& own = of(file);
    if (const int error = strike(SQLITE_IOERR_TRUNCATE, false)) return error;
    remember({*own.path, static_cast<std::size_t>(size), std::nullopt});
    return own.real->pMethods->xTruncate(own.real, size);
}

/// Nothing here needs a real sync, which takes most of the time: losses are what this layer makes of them.
int sync_file(sqlite3_file* file, int) {
    File& own = of(file);
    if (const int error = strike(SQLITE_IOERR_FSYNC, false)) return error;
    forget(*own.path);
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return of(file).real->pMethods->xFileSize(of(file).real, size);
}

int lock_file(sqlite3_file* file, int level) {
    return of(file).real->pMethods->xLock(of(file).real, level);
}

int unlock_file(sqlite3_file* file, int level) {
    return of(file).real->pMethods->xUnlock(of(file).real, level);
}

int check_reserved(sqlite3_file* file, int* out) {
    return of(file).real->pMethods->xCheckReservedLock(of(file).real, out);
}

int file_control(sqlite3_file* file, int operation, void* argument) {
    return of(file).real->pMethods->xFileControl(of(file).real, operation, argument);
}

int sector_size(sqlite3_file* file) {
    return of(file).real->pMethods->xSectorSize(of(file).real);
}

int characteristics(sqlite3_file* file) {
    return of(file).real->pMethods->xDeviceCharacteristics(of(file).real);
}

int shm_map(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
    return of(file).real->pMethods->xShmMap(of(file).real, page, size, extend, out);
}

int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    return of(file).real->pMethods->xShmLock(of(file).real, offset, count, flags);
}

void shm_barrier(sqlite3_file* file) {
    of(file).real->pMethods->xShmBarrier(of(file).real);
}

int shm_unmap(sqlite3_file* file, int remove) {
    return of(file).real->pMethods->xShmUnmap(of(file).real, remove);
}

const sqlite3_io_methods methods{
    2,         close_file,  read_file,      write_file,   truncate_file, sync_file,       file_size,
    lock_file, unlock_file, check_reserved, file_control, sector_size,   characteristics, shm_map,
    shm_lock,  shm_barrier, shm_unmap,      nullptr,      nullptr,
};

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out_flags) {
    File& own = of(file);
    own.base.pMethods = nullptr;
    own.real = reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + sizeof(File));
    own.path = nullptr;
    const std::string path = name != nullptr ? name : "";
    const bool makes = (flags & SQLITE_OPEN_CREATE) != 0 && access(path.c_str(), F_OK) != 0;
    if (makes) {
        if (const int error = strike(SQLITE_CANTOPEN, false)) return error;
        // A new name is lost with the power unless its folder is synced; SQLite does that with the
        // first sync of a journal, and what is in the file counts as unsynced until then.
        if (takes_back()) state.contents.try_emplace(path, std::nullopt);
    }
    const int status = state.real->xOpen(state.real, name, own.real, flags, out_flags);
    if (own.real->pMethods == nullptr) return status;
    own.path = new std::string(path);
    own.base.pMethods = &methods;
    return status;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
    if (const int error = strike(SQLITE_IOERR_DELETE, false)) return error;
    if (takes_back() && sync_folder == 0) state.names.try_emplace(name, contents_of(name));
    forget(name);
    return state.real->xDelete(state.real, name, 0);
}

void put_back(const Durable& before) {
    for (const auto& [path, bytes] : before) {
        if (bytes) {
            std::ofstream(path, std::ios::binary | std::ios::trunc) << *bytes;
        } else {
            unlink(path.c_str());
        }
    }
}

/// As a coin falls that is the same each time.
bool heads(std::uint32_t& random) {
    random = random * 1664525 + 1013904223;
    return (random >> 30U) % 2 == 0;
}

/// Of what was not synced, lets some reach the disk after all.
void tear() {
    auto random = static_cast<std::uint32_t>(state.at);
    for (const Change& change : state.changes) {
        std::optional<std::string>& bytes = state.contents[change.path];
        if (!heads(random)) continue;
        if (!bytes) bytes.emplace();
        if (!change.bytes) {
            bytes->resize(change.offset);
            continue;
        }
        if (bytes->size() < change.offset + change.bytes->size())
            bytes->resize(change.offset + change.bytes->size());
        bytes->replace(change.offset, change.bytes->size(), *change.bytes);
    }
    std::erase_if(state.names, [&](const auto&) { return heads(random); });
}

}  // namespace

FaultVfs::FaultVfs() {
    state.real = sqlite3_vfs_find(nullptr);
    state.shim = *state.real;
    state.shim.pNext = nullptr;
    state.shim.zName = "newsarc-faults";
    state.shim.szOsFile = static_cast<int>(sizeof(File)) + state.real->szOsFile;
    state.shim.xOpen = open_file;
    state.shim.xDelete = delete_file;
    if (sqlite3_vfs_register(&state.shim, 1) != SQLITE_OK) throw std::runtime_error("no shim VFS");
    arm(Fault::none, 0);
}

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(&state.shim);
    sqlite3_vfs_register(state.real, 1);
}

void FaultVfs::arm(Fault fault, std::size_t at) {
    state.fault = fault;
    state.at = at;
    state.calls = 0;
    state.struck = false;
    state.contents.clear();
    state.names.clear();
    state.changes.clear();
}

std::size_t FaultVfs::calls() const {
    return state.calls;
}

bool FaultVfs::struck() const {
    return state.struck;
}

void FaultVfs::disarm() {
    if (state.fault == Fault::torn) tear();
    if (takes_back()) {
        put_back(state.contents);
        put_back(state.names);
    }
    arm(Fault::none, 0);
}

std::vector<std::size_t> calls_to_fail(Fault fault, std::size_t calls) {
    constexpr std::size_t many = 100;
    constexpr std::size_t last = 8;
    const std::size_t step = calls > many && effort() == 1 ? 4 : 1;
    std::vector<std::size_t> out;
    for (std::size_t at = 1; at <= calls; ++at) {
        if (at + last > calls || (at + static_cast<std::size_t>(fault)) % step == 0) out.push_back(at);
    }
    return out;
}

}  // namespace newsarc::test
