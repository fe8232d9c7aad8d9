#include "cli/source/folder_watch.hpp"

#include <newsarc/error.hpp>

#if __has_include(<sys/inotify.h>)

#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <string_view>
#include <system_error>

#include "cli/source/input_descriptor.hpp"
#include "cli/terminal/interrupt.hpp"

namespace newsarc::cli {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

/// After a file was closed or moved in: some programs do that several times for one change.
constexpr milliseconds after_closing{100};

/// A file in a folder that came with it may still be written to, from before it was watched.
constexpr milliseconds when_still{500};

constexpr std::uint32_t wanted = IN_CLOSE_WRITE | IN_CREATE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM |
                                 IN_DELETE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

bool is_left_out(std::string_view name) {
    return name.starts_with('.') || name.ends_with('~');
}

/// A link, or a file that has another name as well: such come without being written.
bool is_linked(const std::string& path) {
    struct stat facts {};
    return lstat(path.c_str(), &facts) == 0 &&
           (S_ISLNK(facts.st_mode) || (S_ISREG(facts.st_mode) && facts.st_nlink > 1));
}

/// Empty ones, which touch makes, and those that are gone again, are not worth a word.
bool has_content(const std::string& path) {
    struct stat facts {};
    return stat(path.c_str(), &facts) == 0 && S_ISREG(facts.st_mode) && facts.st_size > 0;
}

Error cannot_watch(const std::string& folder, int reason) {
    if (reason == ENOSPC) {
        return {ErrorCode::io, folder + ": the system watches no more folders for this user",
                "raise the limit: sudo sysctl fs.inotify.max_user_watches=500000"};
    }
    return {ErrorCode::io, folder + ": cannot be watched: " + std::strerror(reason),
            "name a folder that is there and can be read"};
}

int open_events() {
    const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
    if (descriptor >= 0) return descriptor;
    throw Error(ErrorCode::io,
                std::string("the system gives no means to watch folders: ") + std::strerror(errno),
                "end other programs that watch folders, or raise fs.inotify.max_user_instances");
}

}  // namespace

struct FolderWatch::State {
    /// False when the folder is not there any more.
    bool watch(const std::string& folder) {
        const int watch = inotify_add_watch(events.get(), folder.c_str(), wanted);
        if (watch < 0) {
            if (errno == ENOENT || errno == ENOTDIR) return false;
            throw cannot_watch(folder, errno);
        }
        folders[watch] = folder;
        return true;
    }

    /// Watches a folder and all in it; gives the files that are there to `file`.
    template <typename Visit>
    void watch_all(const std::string& folder, const Visit& file) {
        if (!watch(folder)) return;
        std::error_code status;
        for (fs::directory_iterator at(folder, status); !status && at != fs::directory_iterator();
             at.increment(status)) {
            if (is_left_out(at->path().filename().native())) continue;
            std::error_code unknown;
            if (!at->is_directory(unknown)) {
                file(at->path().native());
            } else if (!at->is_symlink(unknown)) {
                watch_all(at->path().native(), file);
            }
        }
    }

    /// What a folder that was moved away holds is not ours any more.
    void forget(const std::string& folder) {
        for (const auto& [watch, path] : folders) {
            if (path == folder || path.starts_with(folder + "/")) inotify_rm_watch(events.get(), watch);
        }
    }

    void expect(const std::string& file, milliseconds after) { expected[file] = Clock::now() + after; }

    void take(const inotify_event& event, Found& found) {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            found.lost = true;
            return;
        }
        const auto folder = folders.find(event.wd);
        if (folder == folders.end()) return;
        if ((event.mask & IN_IGNORED) != 0) {
            folders.erase(folder);
            return;
        }
        if (event.len == 0 || is_left_out(event.name)) return;
        const std::string path = folder->second + (folder->second.ends_with('/') ? "" : "/") + event.name;
        if ((event.mask & IN_ISDIR) != 0) {
            if ((event.mask & IN_MOVED_FROM) != 0) forget(path);
            if ((event.mask & (IN_CREATE | IN_MOVED_TO)) == 0) return;
            watch_all(path, [&](const std::string& file) { expect(file, when_still); });
        } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0 ||
                   ((event.mask & IN_CREATE) != 0 && is_linked(path))) {
            expect(path, after_closing);
        } else if ((event.mask & IN_MODIFY) != 0 && expected.contains(path)) {
            expect(path, when_still);
        }
    }

    /// When events were lost: a folder may have come, gone or got another name unseen.
    void watch_again() {
        folders.clear();
        for (const std::string& root : roots)
            watch_all(root, [](const std::string&) {});
    }

    void take_events(Found& found) {
        alignas(inotify_event) std::array<char, 65536> buffer{};
        while (true) {
            const ssize_t size = read(events.get(), buffer.data(), buffer.size());
            if (size <= 0) return;
            for (const char* at = buffer.data(); at < buffer.data() + size;) {
                const auto& event = *reinterpret_cast<const inotify_event*>(at);
                take(event, found);
                at += sizeof(inotify_event) + event.len;
            }
        }
    }

    void take_ready(std::vector<std::string>& files) {
        const Clock::time_point now = Clock::now();
        std::erase_if(expected, [&](const auto& each) {
            if (each.second > now) return false;
            if (has_content(each.first)) files.push_back(each.first);
            return true;
        });
    }

    [[nodiscard]] milliseconds time_to_first(milliseconds longest) const {
        if (expected.empty()) return longest;
        const auto first =
            std::ranges::min_element(expected, {}, [](const auto& each) { return each.second; });
        const auto left = std::chrono::ceil<milliseconds>(first->second - Clock::now());
        return std::clamp(left, milliseconds(0), longest);
    }

    Descriptor events{open_events()};
    std::vector<std::string> roots;                     ///< as they were named
    std::map<int, std::string> folders;                 ///< by watch
    std::map<std::string, Clock::time_point> expected;  ///< files, and when they will have been still
};

FolderWatch::FolderWatch() : state_(std::make_unique<State>()) {}

FolderWatch::~FolderWatch() = default;

void FolderWatch::add(const std::string& folder) {
    if (!state_->watch(folder)) throw cannot_watch(folder, ENOENT);
    state_->roots.push_back(folder);
    // Those that are there are the caller's to look at.
    state_->watch_all(folder, [](const std::string&) {});
}

FolderWatch::Found FolderWatch::wait(milliseconds longest) {
    Found found;
    const Clock::time_point end = Clock::now() + longest;
    while (!interrupted()) {
        state_->take_events(found);
        if (found.lost) state_->watch_again();
        state_->take_ready(found.files);
        found.ended = state_->folders.empty();
        const auto left = std::chrono::ceil<milliseconds>(end - Clock::now());
        if (!found.files.empty() || found.lost || found.ended || left <= milliseconds(0)) break;
        wait_for_input(state_->events.get(), state_->time_to_first(left));
    }
    return found;
}

}  // namespace newsarc::cli

#else

namespace newsarc::cli {

struct FolderWatch::State {};

FolderWatch::FolderWatch() {
    throw Error(ErrorCode::unsupported, "folders can be watched on Linux only, by its inotify",
                "run `newsarc add FOLDER` again and again, from cron for one: it reads only what changed");
}

FolderWatch::~FolderWatch() = default;

void FolderWatch::add(const std::string&) {}

FolderWatch::Found FolderWatch::wait(std::chrono::milliseconds) {
    return {};
}

}  // namespace newsarc::cli

#endif
