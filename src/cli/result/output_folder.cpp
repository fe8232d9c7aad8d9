#include "cli/result/output_folder.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <random>
#include <sstream>
#include <system_error>
#include <utility>

#include "cli/result/output_file.hpp"
#include "cli/source/input_descriptor.hpp"
#include "store/file/archive_file.hpp"
#include "text/address.hpp"
#include "text/likeness/fingerprint.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::cli {
namespace {

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

/// Of a regular file; empty for anything else.
std::optional<std::string> content_of(int folder, const std::string& name) {
    const Descriptor file(openat(folder, name.c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    struct stat facts {};
    if (file.get() < 0 || fstat(file.get(), &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    std::string out;
    std::array<char, 65536> piece{};
    for (;;) {
        const ssize_t count = ::read(file.get(), piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return std::nullopt;
        if (count == 0) return out;
        out.append(piece.data(), static_cast<std::size_t>(count));
    }
}

std::string hash_of(std::string_view bytes) {
    return text::hex(text::sha256(bytes));
}

/// In a folder, what was written there last: lines as `sha256sum` has them.
const std::string record_of_written = ".newsarc-export";

constexpr std::string_view between_hash_and_name = "  ";

void set_time(int descriptor, std::int64_t modified) {
    std::array<timespec, 2> times{};
    times[0].tv_nsec = UTIME_OMIT;
    times[1].tv_sec = static_cast<time_t>(modified);
    futimens(descriptor, times.data());
}

/// A new file in a folder, under a name that no other process has, until it is given its own. What fails
/// leaves the reason in errno.
class FileInFolder {
public:
    explicit FileInFolder(int folder) : folder_(folder) {
        std::random_device random;
        constexpr int most_tries = 100;
        for (int i = 0; i < most_tries && descriptor_ < 0; ++i) {
            name_ = ".newsarc-" + std::to_string(random());
            descriptor_ =
                openat(folder_, name_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
            if (descriptor_ < 0 && errno != EEXIST) break;
        }
        reason_ = errno;
    }
    FileInFolder(const FileInFolder&) = delete;
    FileInFolder& operator=(const FileInFolder&) = delete;
    ~FileInFolder() {
        if (descriptor_ < 0) return;
        const int reason = errno;
        close(descriptor_);
        if (!name_.empty()) unlinkat(folder_, name_.c_str(), 0);
        errno = reason;
    }

    bool write(std::string_view bytes, std::optional<std::int64_t> modified) {
        if (descriptor_ < 0) {
            errno = reason_;
            return false;
        }
        if (!write_all(descriptor_, bytes)) return false;
        if (modified) set_time(descriptor_, *modified);
        return true;
    }

    /// Gives it a name that no file has, or fails. Where the file system has no hard links, two processes
    /// that do so at once can replace each other's file.
    bool put(const std::string& name) {
        if (linkat(folder_, name_.c_str(), folder_, name.c_str(), 0) == 0) return true;
        return errno != EEXIST && replace(name);
    }

    /// Gives it a name that a file may have.
    bool replace(const std::string& name) {
        if (renameat(folder_, name_.c_str(), folder_, name.c_str()) != 0) return false;
        name_.clear();
        return true;
    }

private:
    int folder_;
    std::string name_;
    int descriptor_ = -1;
    int reason_ = 0;
};

/// `a.txt` and 2 give `a~2.txt`; one is the name itself.
std::string numbered(const std::string& part, int number) {
    if (number == 1) return part;
    std::size_t dot = part.rfind('.');
    if (dot == std::string::npos || dot == 0) dot = part.size();
    return part.substr(0, dot) + "~" + std::to_string(number) + part.substr(dot);
}

}  // namespace

OutputFolder::OutputFolder(std::string path, Existing existing)
    : path_(std::move(path)), existing_(existing) {
    while (path_.size() > 1 && path_.ends_with('/'))
        path_.pop_back();
    std::error_code status;
    std::filesystem::create_directories(path_, status);
    if (status) throw write_error(path_, status.value());
    descriptor_ = open(path_.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor_ < 0) throw write_error(path_, errno);
    if (existing_ == Existing::replace_own) read_written();
}

OutputFolder::~OutputFolder() {
    if (!written_.empty()) note_written();
    if (descriptor_ >= 0) close(descriptor_);
}

void OutputFolder::read_written() {
    std::istringstream lines(content_of(descriptor_, record_of_written).value_or(""));
    for (std::string line; std::getline(lines, line);) {
        const std::size_t end = line.find(between_hash_and_name);
        if (end != std::string::npos)
            written_[line.substr(end + between_hash_and_name.size())] = line.substr(0, end);
    }
}

/// Where this fails, the files count as changed the next time, and are left.
void OutputFolder::note_written() const {
    std::string all;
    for (const auto& [name, hash] : written_)
        all.append(hash).append(between_hash_and_name).append(name).append("\n");
    FileInFolder file(descriptor_);
    if (file.write(all, std::nullopt)) file.replace(record_of_written);
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

Error OutputFolder::failure(const std::string& name, int reason) const {
    if (reason != ENOENT) return write_error(shown(name), reason);
    return {ErrorCode::io, shown(name) + ": cannot be written: its folder was moved or deleted meanwhile",
            "run the command again"};
}

bool OutputFolder::is_done(int folder, const std::string& name, std::string_view bytes, bool replace) const {
    const std::string last = name.substr(name.rfind('/') + 1);
    struct stat facts {};
    if (fstatat(folder, last.c_str(), &facts, AT_SYMLINK_NOFOLLOW) != 0) {
        store::refuse_database_file(shown(name));
        return false;
    }
    if (holds(folder, last, bytes)) return true;
    if (!S_ISREG(facts.st_mode)) {
        throw Error(ErrorCode::io, shown(name) + ": a link, a folder or a device stands there",
                    "take it away or choose an empty folder");
    }
    store::refuse_database_file(shown(name));
    if (!replace) {
        throw Error(ErrorCode::io, shown(name) + ": is there already, with other content",
                    "choose an empty folder, or say --force to replace such files");
    }
    return false;
}

void OutputFolder::write(std::string_view wanted, std::string_view bytes,
                         std::optional<std::int64_t> modified) {
    const std::string name = names_.claim(text::portable_name(wanted));
    const Descriptor folder(open_folder_of(name));
    const std::string last = name.substr(name.rfind('/') + 1);
    bool replace = existing_ == Existing::replace;
    if (existing_ == Existing::replace_own) {
        const auto there = content_of(folder.get(), last);
        const auto known = written_.find(name);
        replace = there && known != written_.end() && known->second == hash_of(*there);
        if (there && !replace && *there != bytes) {
            left_.push_back(name);
            return;
        }
        written_[name] = hash_of(bytes);
    }
    if (!is_done(folder.get(), name, bytes, replace)) {
        FileInFolder file(folder.get());
        if (!file.write(bytes, modified)) throw failure(name, errno);
        const bool put = replace ? file.replace(last) : file.put(last);
        const int reason = errno;
        // Another process may have put one there meanwhile: it stays.
        if (!put && (reason != EEXIST || !is_done(folder.get(), name, bytes, replace)))
            throw failure(name, reason);
    }
    ++files_;
}

void OutputFolder::take_away_former(std::int64_t id, std::string_view wanted) {
    const std::string kept = text::portable_name(wanted);
    for (const char* behind_id : {"-", "."}) {
        const std::string beginning = std::to_string(id) + behind_id;
        for (auto at = written_.lower_bound(beginning);
             at != written_.end() && at->first.starts_with(beginning);) {
            const auto& [name, hash] = *at;
            const auto there = content_of(descriptor_, name);
            const bool is_former = name != kept && name.find('/') == std::string::npos;
            if (is_former && there && hash_of(*there) != hash) left_.push_back(name);
            const bool is_gone =
                is_former &&
                (!there || (hash_of(*there) == hash && unlinkat(descriptor_, name.c_str(), 0) == 0));
            at = is_gone ? written_.erase(at) : std::next(at);
        }
    }
}

// A name that is taken stays so: the search goes on where it ended the last time.

std::string UniqueNames::free_folder(const std::string& above, const std::string& part) {
    std::string& found = folders_of_[text::fold(above + part)];
    for (int number = 1; found.empty(); ++number) {
        const std::string wanted = above + numbered(part, number);
        const std::string folded = text::fold(wanted);
        if (!files_.contains(folded)) found = folders_.emplace(folded, wanted).first->second;
    }
    return found;
}

std::string UniqueNames::free_file(const std::string& above, const std::string& part) {
    for (int& number = numbers_[text::fold(above + part)];;) {
        std::string wanted = above + numbered(part, ++number);
        const std::string folded = text::fold(wanted);
        if (!folders_.contains(folded) && files_.insert(folded).second) return wanted;
    }
}

std::string UniqueNames::claim(std::string_view path) {
    std::string above;
    for (std::size_t slash = 0; (slash = path.find('/')) != std::string_view::npos;) {
        above = free_folder(above, std::string(path.substr(0, slash))) + "/";
        path.remove_prefix(slash + 1);
    }
    return free_file(above, std::string(path));
}

}  // namespace newsarc::cli
