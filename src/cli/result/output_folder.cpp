#include "cli/result/output_folder.hpp"

#include "cli/result/output_file.hpp"
#include "cli/terminal/descriptor.hpp"
#include "text/path_names.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace newsarc::cli {
namespace {

constexpr const char* temporary = ".newsarc-export";

bool write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno != EINTR) return false;
        if (count > 0) bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

bool holds(int folder, const std::string& name, std::string_view bytes) {
    const Descriptor file(openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (file.get() < 0 || fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) return false;
    if (static_cast<std::size_t>(facts.st_size) != bytes.size()) return false;
    std::array<char, 65536> piece{};
    while (true) {
        const ssize_t count = ::read(file.get(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return count == 0 && bytes.empty();
        const std::string_view got(piece.data(), static_cast<std::size_t>(count));
        if (!bytes.starts_with(got)) return false;
        bytes.remove_prefix(got.size());
    }
}

void set_time(int descriptor, std::int64_t modified) {
    std::array<timespec, 2> times{};
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = static_cast<time_t>(modified);
    futimens(descriptor, times.data());
}

}  // namespace

OutputFolder::OutputFolder(std::string path, bool replace) : path_(std::move(path)), replace_(replace) {
    while (path_.size() > 1 && path_.ends_with('/'))
        path_.pop_back();
    std::error_code status;
    std::filesystem::create_directories(path_, status);
    if (status) throw write_error(path_, status.value());
    descriptor_ = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor_ < 0) throw write_error(path_, errno);
}

OutputFolder::~OutputFolder() {
    if (descriptor_ >= 0) close(descriptor_);
}

/// Goes down one folder after the other, makes those that are not there, and follows no link.
int OutputFolder::open_folder_of(const std::string& name) const {
    int folder = fcntl(descriptor_, F_DUPFD_CLOEXEC, 0);
    if (folder < 0) throw write_error(path_, errno);
    std::size_t from = 0;
    for (std::size_t slash = 0; (slash = name.find('/', from)) != std::string::npos; from = slash + 1) {
        const std::string part = name.substr(from, slash - from);
        mkdirat(folder, part.c_str(), 0777);
        const int next = openat(folder, part.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        const int reason = errno;
        close(folder);
        if (next >= 0) {
            folder = next;
            continue;
        }
        throw Error(ErrorCode::io, shown(name.substr(0, slash)) + ": is no folder of its own",
                    reason == ENOTDIR || reason == ELOOP
                        ? "a link or a file stands there; take it away or choose an empty folder"
                        : "choose an empty folder");
    }
    return folder;
}

void OutputFolder::write(std::string_view wanted, std::string_view bytes,
                         std::optional<std::int64_t> modified) {
    const std::string name = names_.claim(text::portable_name(wanted));
    const Descriptor folder(open_folder_of(name));
    const std::string last = name.substr(name.rfind('/') + 1);
    struct stat facts {};
    if (fstatat(folder.get(), last.c_str(), &facts, AT_SYMLINK_NOFOLLOW) == 0) {
        if (holds(folder.get(), last, bytes)) {
            ++files_;
            return;
        }
        if (!S_ISREG(facts.st_mode)) {
            throw Error(ErrorCode::io, shown(name) + ": a link, a folder or a device stands there",
                        "take it away or choose an empty folder");
        }
        if (!replace_) {
            throw Error(ErrorCode::io, shown(name) + ": is there already, with other content",
                        "choose an empty folder, or say --force to replace such files");
        }
    }
    unlinkat(folder.get(), temporary, 0);  // left by a run that was cut off
    const Descriptor file(
        openat(folder.get(), temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (file.get() < 0) throw write_error(shown(name), errno);
    bool done = write_all(file.get(), bytes);
    if (modified) set_time(file.get(), *modified);
    done = done && renameat(folder.get(), temporary, folder.get(), last.c_str()) == 0;
    if (!done) {
        const int reason = errno;
        unlinkat(folder.get(), temporary, 0);
        throw write_error(shown(name), reason);
    }
    ++files_;
}

}  // namespace newsarc::cli
