#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc {

struct BackupOptions {
    bool overwrite = false;        ///< put the backup in the place of a file that is there
    std::function<bool()> stop{};  ///< ends the copying with Error(interrupted) soon after it says so
};

struct BackupSummary {
    std::size_t articles = 0;
    std::size_t bytes = 0;  ///< of the file
};

/// What a finding of a check is about.
enum class CheckArea {
    file,        ///< SQLite's own structures: pages, indexes, constraints
    article,     ///< what an article's row says of itself: its uid, and columns made from others
    index,       ///< the full-text index against the articles
    lengths,     ///< the lengths for ranking against the articles
    postings,    ///< what ranking reads of each word, against the articles
    original,    ///< a stored file against its size and hash
    reference,   ///< a row that refers to nothing: a tag without an article, an article without its file
    duplicates,  ///< the record of near duplicates
};

/// The stable name that `--json` prints.
std::string_view to_string(CheckArea area);

/// One thing that is wrong.
struct Finding {
    CheckArea area = CheckArea::file;
    std::optional<std::int64_t> article;  ///< the id of the article it is about, where it is about one
    std::string message;                  ///< UTF-8; may quote stored text
    bool repairable = false;              ///< Archive::repair() can mend it

    friend bool operator==(const Finding&, const Finding&) = default;
};

struct CheckOptions {
    /// Only that the file is whole, that its parts list the same articles, and a sample of articles
    /// and files in full: about a second, however large the archive.
    bool quick = false;
};

/// What was looked at.
struct CheckSummary {
    std::size_t articles = 0;
    std::size_t originals = 0;
    std::size_t findings = 0;
};

struct RepairSummary {
    std::size_t articles_restored = 0;  ///< read again from their original
    std::size_t articles_renamed = 0;   ///< given the uid of what they now say
    std::size_t rows_removed = 0;       ///< that referred to nothing
};

/// What Archive::optimize() did.
struct OptimizeResult {
    std::int64_t bytes_before = 0;  ///< size of the archive file
    std::int64_t bytes_after = 0;
};

/// What was done to an archive of a former format when it was opened.
struct FormatChange {
    std::int32_t from = 0;
    std::int32_t to = 0;
    std::string backup;  ///< the path of a copy of the archive as it was before
};

}  // namespace newsarc
