#pragma once

#include <string>

namespace newsarc::store {

/// A file that is made beside the place it is meant for and put there when it is whole, so that no
/// program ever sees half of it. Gone with the object unless it was put somewhere.
class TemporaryFile {
public:
    /// Makes an empty one with mode 0600. `failure` is what an Error(io) begins with, such as
    /// `cannot make the archive`, and `hint` what it advises.
    TemporaryFile(std::string target, std::string failure, std::string hint);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();

    [[nodiscard]] const std::string& path() const { return path_; }

    /// Puts it in its place, durably, unless the name is taken: then false. Where the file system
    /// has no hard links, two processes that do so at once can replace each other's file.
    [[nodiscard]] bool put();

    /// Puts it in its place, durably, instead of a file that is there.
    void replace();

private:
    void sync() const;
    void sync_folder() const;
    [[noreturn]] void fail(int error) const;

    std::string target_;
    std::string failure_;
    std::string hint_;
    std::string path_;
};

}  // namespace newsarc::store
