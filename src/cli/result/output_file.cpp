#include "cli/result/output_file.hpp"

#include "store/file/archive_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace newsarc::cli {
namespace {

namespace fs = std::filesystem;

std::string hint_for(int reason) {
    switch (reason) {
        case ENOENT:
        case ENOTDIR: return "make the folder first: mkdir -p";
        case EACCES:
        case EPERM:
        case EROFS: return "choose a place that you may write to";
        case ENOSPC:
        case EDQUOT: return "make room, or choose another place";
        case ELOOP: return "a link stands there; take it away or choose another name";
        case EISDIR: return "it is a folder; end its name in / to write into it";
        default: return "choose another place";
    }
}

/// Where a link leads in the end, so that the link itself stays.
std::string followed(const std::string& path) {
    std::error_code status;
    if (!fs::is_symlink(path, status)) return path;
    const fs::path target = fs::canonical(path, status);
    if (status) throw write_error(path, status.value());
    return target.string();
}

/// A descriptor of one of the standard streams when that file is one of them, else -1: `/dev/stdout`, or by
/// its own name the file that output was redirected to. What others write to the stream must not be lost.
int standard_stream(const struct stat& file) {
    for (const int stream : {STDOUT_FILENO, STDERR_FILENO}) {
        struct stat facts {};
        if (fstat(stream, &facts) == 0 && facts.st_dev == file.st_dev && facts.st_ino == file.st_ino)
            return fcntl(stream, F_DUPFD_CLOEXEC, 0);
    }
    return -1;
}

/// A new file beside the path, with the permissions that the one there has, or else a new one would get.
int make_temporary(const std::string& path, std::string& name, const struct stat* there) {
    const fs::path wanted(path);
    // The name may be as long as names can be: this one is short whatever it is.
    name = (wanted.parent_path() / ".newsarc-XXXXXX").string();
    const int descriptor = mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0) throw write_error(path, errno);
    const mode_t mask = umask(0);
    umask(mask);
    // Not what makes a program run as somebody else: the file there was one, and these bytes are none.
    fchmod(descriptor, there != nullptr ? there->st_mode & 0777U : 0666U & ~mask);
    return descriptor;
}

}  // namespace

Error write_error(const std::string& path, int reason) {
    return {ErrorCode::io, path + ": cannot be written: " + std::strerror(reason), hint_for(reason)};
}

OutputFile::OutputFile(const std::string& path) : path_(followed(path)), stream_(nullptr) {
    struct stat there {};
    const bool exists = stat(path_.c_str(), &there) == 0;
    if (exists && S_ISDIR(there.st_mode)) throw write_error(path, EISDIR);
    store::refuse_database_file(path_);
    if (exists) descriptor_ = standard_stream(there);
    if (descriptor_ >= 0) {
        // Written to as it stands.
    } else if (exists && !S_ISREG(there.st_mode)) {
        descriptor_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
        if (descriptor_ < 0) throw write_error(path, errno);
    } else {
        descriptor_ = make_temporary(path_, temporary_, exists ? &there : nullptr);
    }
    buffer_.emplace(descriptor_, path);
    stream_.rdbuf(&*buffer_);
    stream_.exceptions(std::ios::badbit);
    if (isatty(descriptor_) != 0) cleaned_.emplace(stream_);
}

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) close(descriptor_);
    if (!temporary_.empty()) unlink(temporary_.c_str());
}

void OutputFile::commit() {
    stream().flush();
    stream_.flush();
    if (temporary_.empty()) return;
    if (fsync(descriptor_) != 0) throw write_error(path_, errno);
    const int status = close(descriptor_);
    descriptor_ = -1;
    if (status != 0 || rename(temporary_.c_str(), path_.c_str()) != 0) throw write_error(path_, errno);
    temporary_.clear();
}

}  // namespace newsarc::cli
