#pragma once

#include <newsarc/archive.hpp>
#include <newsarc/error.hpp>

#include "cli/source/input_descriptor.hpp"

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace newsarc::cli {

/// The name that stands for standard input.
inline constexpr std::string_view standard_input = "-";

/// What messages call an input: its path, or `standard input`.
std::string shown_name(const std::string& path);

/// What walk() found at a path: a file to be read, or the reason why there is none.
struct InputVisitor {
    std::function<void(const std::string& path)> file;
    std::function<void(const std::string& path, const Error& error)> failure;
    std::function<void(const std::string& message)> note;
    std::function<bool()> stop;  ///< asked before each file
    /// Told, by the name that input::passed_over() has, what in a folder is no kind of file that is read.
    std::function<void(std::string_view what)> passed_over;
};

/// Visits the files that the paths name, in order. A folder is walked through, its entries sorted by
/// name, hidden ones and such as hold no article (pictures, what belongs to a saved page) left out. Links to
/// files are followed; links to folders inside a walked folder are not, which a note says, so that no loop is
/// walked and nothing outside is taken in unasked.
void walk(const std::vector<std::string>& paths, const InputVisitor& visitor);

/// Reads a regular file, or standard input, which has no path, for `-`. Throws Error: not_found, input for
/// what is no regular file or too large, io for what cannot be read, interrupted. A file that is to be known
/// again is given its absolute path, and notes it with the state in which it was read.
Source read_source(const std::string& path, const std::string& absolute = {}, const SizeLimit& limit = {});

/// All of standard input, which may be no larger than a file.
std::string read_standard_input(const SizeLimit& limit = {});

/// The files of an archive that are there now: itself, and what SQLite keeps beside it. They must not be
/// opened by a process that uses the archive: to close one again would give up the locks on it.
class ArchiveFiles {
public:
    explicit ArchiveFiles(const std::string& archive);

    [[nodiscard]] bool has(const std::string& path) const;

private:
    /// Device and inode: a link to one of the files is that file.
    std::vector<std::pair<std::uint64_t, std::uint64_t>> files_;
};

/// The arguments, with `-` replaced by the lines of standard input, blank ones left out.
std::vector<std::string> with_lines_of_standard_input(const std::vector<std::string>& arguments);

}  // namespace newsarc::cli
