#include "cli/source/missing_files.hpp"

#include "cli/source/file_state.hpp"
#include "cli/source/inputs.hpp"
#include "text/path_names.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace newsarc::cli {
namespace {

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

bool is_missing(const std::string& path) {
    struct stat facts {};
    return stat(path.c_str(), &facts) != 0 && (errno == ENOENT || errno == ENOTDIR);
}

}  // namespace

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
