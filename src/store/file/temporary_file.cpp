#include "store/file/temporary_file.hpp"

#include <newsarc/error.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <utility>

namespace newsarc::store {

TemporaryFile::TemporaryFile(std::string target, std::string failure, std::string hint)
    : target_(std::move(target)),
      failure_(std::move(failure)),
      hint_(std::move(hint)),
      path_(target_ + ".new-XXXXXX") {
    const int made = mkostemp(path_.data(), O_CLOEXEC);  // mode 0600
    if (made < 0) fail(errno);
    close(made);
}

TemporaryFile::~TemporaryFile() {
    if (path_.empty()) return;
    // With what SQLite may have left beside it when it could not finish.
    for (const char* suffix : {"", "-journal", "-wal", "-shm"})
        unlink((path_ + suffix).c_str());
}

bool TemporaryFile::put() {
    sync();
    if (link(path_.c_str(), target_.c_str()) == 0) {
        sync_folder();
        return true;
    }
    if (errno == EEXIST || access(target_.c_str(), F_OK) == 0) return false;
    replace();
    return true;
}

void TemporaryFile::replace() {
    sync();
    if (rename(path_.c_str(), target_.c_str()) != 0) fail(errno);
    path_.clear();
    sync_folder();
}

void TemporaryFile::sync() const {
    const int file = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
    const int status = file < 0 ? -1 : fsync(file);
    const int error = errno;
    if (file >= 0) close(file);
    if (status != 0) fail(error);
}

/// A file system that cannot sync a folder has nothing better to offer.
void TemporaryFile::sync_folder() const {
    const std::string folder = std::filesystem::path(target_).parent_path();
    const int opened = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (opened < 0) return;
    fsync(opened);
    close(opened);
}

void TemporaryFile::fail(int error) const {
    throw Error(ErrorCode::io, failure_ + " " + target_ + ": " + std::strerror(error), hint_);
}

}  // namespace newsarc::store
