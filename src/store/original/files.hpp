#pragma once

#include <newsarc/add.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"
#include "text/likeness/fingerprint.hpp"

// Which files were added, as the file system described them, and what they gave: so that adding a
// folder again reads only what changed, and a changed file is known to be the same file.

namespace newsarc::store {

/// An article that a file gave when it was last read, and what became of it.
struct FilePart {
    std::int64_t article = 0;
    std::string given_uid;  ///< of what the file said; the article may have been edited since
    std::string uid;        ///< of what the article says now
    std::optional<std::string> key;
    std::optional<std::string> headline;
    std::optional<std::string> headline_folded;
    bool has_path = false;     ///< it came from a file
    bool shared = false;       ///< another file gave it too
    std::size_t position = 0;  ///< among the articles of the file
};

/// A file that was added.
struct FileRow {
    std::int64_t id = 0;
    std::optional<text::Sha256> sha256;  ///< none when the file has to be gone through again
    std::string reading;
    std::vector<FilePart> parts;  ///< without those that were removed
    std::size_t passed_over = 0;  ///< how many those are
};

/// What a file is to give next time it is met.
struct GivenPart {
    std::int64_t article = 0;
    std::string uid;
    std::size_t position = 0;
};

/// Keeps the record of files; keeps its statements prepared. To be used inside a transaction.
class FileWriter {
public:
    explicit FileWriter(const Connection& connection);
    ~FileWriter();

    /// What is on record of a file. Files of the same inode are one: a file that was moved, and a link.
    std::optional<FileRow> find(const FileState& state);

    /// Of the files that gave an article, the paths of those with these bytes.
    std::vector<std::string> paths_of(std::int64_t article, const text::Sha256& sha256);

    /// A file on record is another one now, and so is the path of its articles; what was on record of that
    /// other file is dropped.
    void move(std::int64_t file, const std::string& from, const FileState& to);

    /// Records a file that was read; `known` is the id that find() gave. Without a hash, when not all of it
    /// was stored, it will be read and gone through again; one that gave nothing is not recorded.
    /// `passed_over` of its articles were removed before.
    void put(std::optional<std::int64_t> known, const FileState& state,
             const std::optional<text::Sha256>& sha256, std::string_view reading,
             std::span<const GivenPart> parts, std::size_t passed_over = 0);

    /// Records that the content of a file is the same as before.
    void refresh(std::int64_t file, const FileState& state);

    /// What an article that is to be removed leaves in the record of its files: one that is remembered as
    /// removed is passed over, for any other they are read again. To be called before it is removed.
    void forget_article(std::int64_t article, bool remembered);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// Of each of these files what became of its articles, if it is as it was when it was last read, and in the
/// same way; `path` is left out. Empty for the others, and where `again` for those of which articles were
/// passed over.
std::vector<std::optional<std::vector<AddResult>>> find_unchanged(const Connection& connection,
                                                                  std::span<const FileState> files,
                                                                  std::string_view reading, bool again);

/// The paths of the files on record at a path and below it, in order of their bytes.
std::vector<std::string> files_below(const Connection& connection, std::string_view path);

/// What became of the articles of a file on record.
std::vector<AddResult> articles_of_file(const Connection& connection, std::string_view path);

/// The paths of the files that gave an article when they were last read.
std::vector<std::string> files_of_article(const Connection& connection, std::int64_t article);

}  // namespace newsarc::store
