#pragma once

#include <newsarc/error.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::cli {

/// Gives each file of a folder a name of its own, for file systems that take `A.txt` and `a.txt` for
/// one, too: no file where one is, none where a folder is, no folder where a file is.
class UniqueNames {
public:
    /// The path, or where it is taken one with `~2`, `~3`, … before the suffix. It is taken from now on.
    std::string claim(std::string_view path);

private:
    std::string free_folder(const std::string& above, const std::string& part);
    std::string free_file(const std::string& above, const std::string& part);

    std::set<std::string> files_;                    ///< folded
    std::map<std::string, std::string> folders_;     ///< folded, and as they are written
    std::map<std::string, std::string> folders_of_;  ///< of each wanted name, folded, the folder that it got
    std::map<std::string, int> numbers_;             ///< of each wanted name, folded, the last one tried
};

/// What becomes of a file that is in the folder already, with other bytes.
enum class Existing {
    refuse,       ///< an error
    replace,      ///< it is replaced
    replace_own,  ///< replaced when it is as it was written last, and left when somebody changed it since
};

/// A folder that files are written into, and nothing outside it: no link in it is followed. What is
/// there already is replaced only when that was asked for.
class OutputFolder {
public:
    /// Makes the folder where there is none. Throws Error(io).
    OutputFolder(std::string path, Existing existing);
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();

    /// Writes a file under a name like the wanted one that is fit for any file system. `modified`: Unix
    /// seconds. A file that is there with these bytes stays as it is. Throws Error: io; usage where a
    /// database, such as the archive, or what SQLite keeps beside one is or would be.
    void write(std::string_view wanted, std::string_view bytes,
               std::optional<std::int64_t> modified = std::nullopt);

    /// Takes away what was written before for the article of that id under another name than `wanted`, one
    /// that began with the id too. What somebody changed since is left.
    void take_away_former(std::int64_t id, std::string_view wanted);

    /// Files that are there now because of write().
    [[nodiscard]] std::size_t files() const { return files_; }

    /// Files that were left as somebody changed them.
    [[nodiscard]] const std::vector<std::string>& left() const { return left_; }

private:
    [[nodiscard]] int open_folder_of(const std::string& name) const;
    /// True when the file is there with these bytes; Error when one that must stay is.
    [[nodiscard]] bool is_done(int folder, const std::string& name, std::string_view bytes,
                               bool replace) const;
    void read_written();
    void note_written() const;
    [[nodiscard]] Error failure(const std::string& name, int reason) const;
    [[nodiscard]] std::string shown(const std::string& name) const { return path_ + "/" + name; }

    std::string path_;
    Existing existing_;
    std::map<std::string, std::string> written_;  ///< by name, the SHA-256 of what was written last
    std::vector<std::string> left_;
    int descriptor_ = -1;
    UniqueNames names_;
    std::size_t files_ = 0;
};

}  // namespace newsarc::cli
