#include "store/file/lock_holder.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <fstream>
#include <optional>
#include <sstream>

namespace newsarc::store {
namespace {

/// The bytes that SQLite locks: of the database (https://www.sqlite.org/src/file/src/os.h, PENDING_BYTE and
/// what follows it), and of the shared memory of a write-ahead log (https://www.sqlite.org/walformat.html).
struct LockBytes {
    const char* suffix;
    std::uint64_t first;
    std::uint64_t last;
};

constexpr std::array<LockBytes, 2> lock_bytes{{
    {"", 0x4000'0000, 0x4000'0000 + 511},
    {"-shm", 120, 127},
}};

struct Holder {
    long process = 0;
    bool writes = false;
};

/// One line of /proc/locks, such as `7: POSIX  ADVISORY  WRITE 1234 08:01:5678 1073741825 1073741825`.
std::optional<Holder> holder_of(const std::string& line, std::uint64_t inode, const LockBytes& bytes) {
    std::istringstream words(line);
    std::string number;
    std::string kind;
    std::string advisory;
    std::string access;
    std::string file;
    Holder holder;
    std::uint64_t first = 0;
    if (!(words >> number >> kind >> advisory >> access >> holder.process >> file >> first)) return {};
    // A waiter's line has an arrow in front of its kind. The device is left out of it: some file systems
    // tell another one here than elsewhere.
    const std::size_t colon = file.rfind(':');
    if (kind != "POSIX" || colon == std::string::npos || file.substr(colon + 1) != std::to_string(inode))
        return {};
    if (first < bytes.first || first > bytes.last || holder.process <= 0 || holder.process == getpid())
        return {};
    holder.writes = access == "WRITE";
    return holder;
}

/// Who writes before who reads.
std::optional<Holder> find_holder(const std::string& path) {
    std::optional<Holder> found;
    for (const LockBytes& bytes : lock_bytes) {
        struct stat facts {};
        if (stat((path + bytes.suffix).c_str(), &facts) != 0) continue;
        std::ifstream locks("/proc/locks");
        for (std::string line; std::getline(locks, line);) {
            const auto holder = holder_of(line, facts.st_ino, bytes);
            if (holder && (!found || (holder->writes && !found->writes))) found = holder;
        }
    }
    return found;
}

std::string name_of(long process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/comm");
    std::string name;
    std::getline(file, name);
    return name.empty() ? "" : " (" + name + ")";
}

}  // namespace

Error with_lock_holder(const Error& error, const std::string& path) {
    if (error.code() != ErrorCode::busy) return error;
    const std::optional<Holder> holder = find_holder(path);
    if (!holder) return error;
    const std::string process = "process " + std::to_string(holder->process);
    return {ErrorCode::busy,
            "the archive is busy: " + process + name_of(holder->process) + " is " +
                (holder->writes ? "writing to it" : "reading it"),
            "wait for " + process + " to finish, then try again"};
}

}  // namespace newsarc::store
