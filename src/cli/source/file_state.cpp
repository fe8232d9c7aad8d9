#include "cli/source/file_state.hpp"

#include <sys/stat.h>

#include <ctime>
#include <filesystem>
#include <system_error>

namespace newsarc::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t nanoseconds_a_second = 1'000'000'000;

/// File systems note the moment of a change to a few milliseconds, some to two seconds: within that time a
/// second change may go by unseen.
constexpr std::int64_t coarsest = 2 * nanoseconds_a_second;

std::int64_t nanoseconds(const timespec& moment) {
    return std::int64_t{moment.tv_sec} * nanoseconds_a_second + moment.tv_nsec;
}

}  // namespace

FileState file_state(std::string absolute, const struct stat& facts) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    const std::int64_t modified = nanoseconds(facts.st_mtim);
    return {.path = std::move(absolute),
            .size = facts.st_size,
            .modified = modified,
            .inode = static_cast<std::int64_t>(facts.st_ino),
            .settled = nanoseconds(now) - modified > coarsest};
}

std::optional<FileState> file_state(const std::string& absolute) {
    struct stat facts {};
    if (stat(absolute.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    return file_state(absolute, facts);
}

std::string AbsolutePaths::of(const std::string& path) {
    const fs::path whole(path);
    const std::string folder = whole.parent_path();
    if (canonical_.empty() || folder != folder_) {
        folder_ = folder;
        std::error_code status;
        fs::path canonical = fs::weakly_canonical(folder.empty() ? fs::path(".") : fs::path(folder), status);
        if (status) canonical = fs::absolute(folder, status).lexically_normal();
        canonical_ = canonical.native();
        if (!canonical_.ends_with('/')) canonical_ += '/';
    }
    return canonical_ + whole.filename().native();
}

}  // namespace newsarc::cli
