#include "cli/source/inputs.hpp"

#include "cli/source/file_state.hpp"
#include "input/passed_over.hpp"
#include "text/unicode/lines.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

namespace newsarc::cli {
namespace {

namespace fs = std::filesystem;

std::string read_all(int descriptor, const std::string& name, std::size_t expected, const SizeLimit& limit) {
    std::string bytes;
    std::size_t used = 0;
    while (true) {
        // One byte more than the file is said to hold: the end then shows without growing.
        if (used == bytes.size()) bytes.resize(used == 0 && expected > 0 ? expected + 1 : used * 2 + 65536);
        const std::size_t count = read_some(descriptor, bytes.data() + used, bytes.size() - used, name);
        if (count == 0) break;
        used += count;
        if (used > limit.bytes) throw too_large(name, limit);
    }
    bytes.resize(used);
    return bytes;
}

bool is_hidden(const fs::path& path) {
    return path.filename().native().starts_with('.');
}

std::vector<fs::directory_entry> sorted_entries(const std::string& folder) {
    std::error_code status;
    std::vector<fs::directory_entry> entries;
    fs::directory_iterator at(folder, status);
    for (; !status && at != fs::directory_iterator(); at.increment(status)) {
        if (!is_hidden(at->path())) entries.push_back(*at);
    }
    if (status) throw read_error(folder, status.value());
    std::sort(entries.begin(), entries.end(), [](const fs::directory_entry& a, const fs::directory_entry& b) {
        return a.path().native() < b.path().native();
    });
    return entries;
}

bool is_file(const std::string& path) {
    std::error_code status;
    return fs::is_regular_file(path, status);
}

/// Gives back how many files it found, readable or not.
std::size_t walk_folder(const std::string& folder, const InputVisitor& visitor) {
    std::vector<fs::directory_entry> entries;
    try {
        entries = sorted_entries(folder);
    } catch (const Error& error) {
        visitor.failure(folder, error);
        return 1;
    }
    std::size_t found = 0;
    for (const fs::directory_entry& entry : entries) {
        if (visitor.stop()) return found;
        const std::string& path = entry.path().native();
        std::error_code status;
        if (!entry.is_directory(status)) {
            ++found;
            if (const auto what = input::passed_over(path))
                visitor.passed_over(*what);
            else
                visitor.file(path);
        } else if (input::belongs_to_page(path, is_file)) {
            visitor.passed_over(input::folder_of_page);
        } else if (entry.is_symlink(status)) {
            visitor.note(path + ": a link to a folder, not followed");
        } else {
            found += walk_folder(path, visitor);
        }
    }
    return found;
}

void require_regular(const std::string& path, const struct stat& facts) {
    if (S_ISDIR(facts.st_mode)) {
        throw Error(ErrorCode::input, path + ": a folder, not a file",
                    "name the files in it: " + path + "/*");
    }
    if (S_ISREG(facts.st_mode)) return;
    throw Error(ErrorCode::input, path + ": not a regular file",
                "to read a pipe or a device, give it as standard input: - < " + path);
}

}  // namespace

void walk(const std::vector<std::string>& paths, const InputVisitor& visitor) {
    for (const std::string& path : paths) {
        if (visitor.stop()) return;
        std::error_code status;
        if (path == standard_input || !fs::is_directory(path, status)) {
            visitor.file(path);
        } else if (walk_folder(path, visitor) == 0 && !visitor.stop()) {
            visitor.failure(path, Error(ErrorCode::input, path + ": a folder without files",
                                        "hidden files are left out; name one to have it read"));
        }
    }
}

Source read_source(const std::string& path, const std::string& absolute, const SizeLimit& limit) {
    if (path == standard_input) return {.path = {}, .bytes = read_standard_input(limit)};
    struct stat facts {};
    if (stat(path.c_str(), &facts) != 0) throw read_error(path, errno);
    // A FIFO must not even be opened: who writes into it would lose its reader again.
    require_regular(path, facts);
    const Descriptor descriptor(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (descriptor.get() < 0 || fstat(descriptor.get(), &facts) != 0) throw read_error(path, errno);
    require_regular(path, facts);
    const auto size = static_cast<std::size_t>(facts.st_size);
    if (size > limit.bytes) throw too_large(path, limit);
    // Noted before the file is read, and so that what is written to it from now on shows.
    std::optional<FileState> state;
    if (!absolute.empty()) state = file_state(absolute, facts);
    Source source{.path = path, .bytes = read_all(descriptor.get(), path, size, limit)};
    source.file = std::move(state);
    source.mode = facts.st_mode;
    source.modified = facts.st_mtime;
    return source;
}

std::string shown_name(const std::string& path) {
    return path == standard_input ? "standard input" : path;
}

std::string read_standard_input(const SizeLimit& limit) {
    return read_all(STDIN_FILENO, shown_name("-"), 0, limit);
}

ArchiveFiles::ArchiveFiles(const std::string& archive) {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
        struct stat facts {};
        if (stat((archive + suffix).c_str(), &facts) == 0) files_.emplace_back(facts.st_dev, facts.st_ino);
    }
}

bool ArchiveFiles::has(const std::string& path) const {
    struct stat facts {};
    if (files_.empty() || stat(path.c_str(), &facts) != 0) return false;
    const std::pair<std::uint64_t, std::uint64_t> file(facts.st_dev, facts.st_ino);
    return std::ranges::find(files_, file) != files_.end();
}

std::vector<std::string> with_lines_of_standard_input(const std::vector<std::string>& arguments) {
    std::vector<std::string> out;
    for (const std::string& argument : arguments) {
        if (argument != standard_input) {
            out.push_back(argument);
            continue;
        }
        const std::string text = read_standard_input();
        for (std::string_view rest = text; !rest.empty();) {
            if (const std::string_view line = text::trimmed(text::take_line(rest)); !line.empty())
                out.emplace_back(line);
        }
    }
    return out;
}

}  // namespace newsarc::cli
