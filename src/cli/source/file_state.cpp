#include "cli/source/file_state.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/source/inputs.hpp"
#include "text/address.hpp"

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

namespace fs = std::filesystem;

/// As the archive has it.
std::string recorded_path(const std::string& path) {
    std::error_code status;
    if (fs::is_directory(path, status)) {
        const fs::path canonical = fs::canonical(path, status);
        if (!status) return canonical;
    }
    std::string name = path;
    while (name.size() > 1 && name.ends_with('/'))
        name.pop_back();
    return AbsolutePaths().of(name);
}

}  // namespace

bool is_missing(const std::string& path) {
    struct stat facts {};
    return stat(path.c_str(), &facts) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

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

bool was_added(const Archive& archive, const std::string& path) {
    return !archive.files_below(recorded_path(path)).empty();
}

void visit_missing(const Archive& archive, const std::vector<std::string>& paths,
                   const std::function<void(std::vector<AddResult>)>& tell) {
    for (const std::string& path : paths) {
        if (path == standard_input) continue;
        for (const std::string& file : archive.files_below(recorded_path(path))) {
            if (!is_missing(file)) continue;
            std::vector<AddResult> articles = archive.articles_of_file(file);
            std::erase_if(articles, [&](const AddResult& article) {
                return !std::ranges::all_of(archive.files_of_article(*article.id), is_missing);
            });
            for (AddResult& article : articles) {
                article.status = AddStatus::missing;
                article.unchanged = false;
                article.of.reset();
                article.path = text::readable_path(file);
            }
            if (!articles.empty()) tell(std::move(articles));
        }
    }
}

}  // namespace newsarc::cli
