#pragma once

#include <newsarc/article.hpp>
#include <newsarc/error.hpp>
#include <newsarc/parse.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace newsarc {

/// What the file system says of a file. One that was added is known by it, and by it found to be as it was
/// without being read.
struct FileState {
    std::string path;           ///< absolute, any bytes
    std::int64_t size = 0;      ///< bytes
    std::int64_t modified = 0;  ///< nanoseconds since 1970
    std::int64_t inode = 0;
    bool settled =
        true;  ///< false when it was written as late as it was read: another write may show in none of these
};

/// A file as it came, before anything is read out of it.
struct Source {
    std::string path;  ///< as the user named it, any bytes
    std::string bytes;
    std::uint32_t mode = 0100644;                  ///< Unix file type and permissions
    std::int64_t modified = 0;                     ///< Unix seconds
    std::optional<FileState> file = std::nullopt;  ///< of one that is to be known again
};

enum class AddStatus {
    added,
    updated,
    moved,  ///< it is there, its file was moved, and its path follows
    duplicate,
    near_duplicate,
    removed_before,  ///< it was removed once, and is not stored again
    missing,         ///< it is there, and the file that it came from is gone; told only when that is asked
    failed,
};

std::string_view to_string(AddStatus status);

/// What became of one article, or of one source that could not be read as any.
struct AddResult {
    AddStatus status = AddStatus::failed;
    std::optional<std::int64_t> id;  ///< of the article stored, or of the one already there
    std::optional<std::string> uid;
    std::optional<std::string> key;
    std::optional<std::string> path;
    std::optional<std::string> headline;
    std::optional<std::int64_t> of;    ///< what it duplicates; of several the most similar
    std::vector<std::string> kept;     ///< of an article whose source changed: the fields that a hand had set
    std::vector<std::string> undone;   ///< and those of them that are now as the source has them
    bool unchanged = false;            ///< a duplicate whose file says of it what it said the last time
    std::optional<double> similarity;  ///< 0 to 1, of a near duplicate
    std::optional<std::string> error;  ///< of a failure, what went wrong
    std::optional<std::string> hint;   ///< and what to do
    ErrorCode code = ErrorCode::input;  ///< of a failure
    std::vector<std::string> warnings;
};

/// What an input holds: a file, a record, or what is known to become of it.
using InputContent = std::variant<Source, Article, std::vector<AddResult>>;

/// One input of a stream of them.
struct Input {
    /// Reads it. Called once, on one of several threads. An Error that it throws is a failed result,
    /// save Error(interrupted), which leaves the input out.
    std::function<InputContent()> read;
    std::size_t bytes = 0;  ///< about how large it is; bounds what is in memory at a time
    std::string path;       ///< names it in the result when it cannot be read
};

/// What became of one input of a stream.
struct InputResult {
    std::size_t input = 0;            ///< its number in the stream, from 0
    std::size_t bytes = 0;            ///< Input::bytes
    std::vector<AddResult> articles;  ///< at least one
};

/// What is done with an article that is nearly the same text as one in the archive.
enum class NearDuplicatePolicy {
    keep,  ///< it is stored
    skip,  ///< it is not; its result has no id
};

struct AddOptions {
    std::string added;     ///< ISO 8601 in UTC; the moment to record
    ParseOptions parse;    ///< `path` is taken from each source
    bool dry_run = false;  ///< say what would be done, and leave the archive as it was
    NearDuplicatePolicy near_duplicates = NearDuplicatePolicy::keep;
    /// What new articles get, field and value as `edit --set` takes them.
    std::vector<std::pair<std::string, std::string>> set = {};
    std::vector<std::string> tags = {};  ///< tags that new articles get
    /// Whether no file of that absolute path is there any more: a new file with the bytes of one that is gone
    /// is that one, moved. Absent: a copy is never taken for a move.
    std::function<bool(const std::string& path)> is_gone = {};
    bool again = false;  ///< store what was removed before, and forget that it was
};

/// A stream of inputs and how to take it in.
struct AddStream {
    /// The next input; empty at the end. Never called twice at once, but on any thread, and ahead of
    /// what is stored.
    std::function<std::optional<Input>()> next;

    /// Told what became of each input, in their order, once it is durable; on the caller's thread.
    std::function<void(const InputResult&)> tell;

    /// Told how many articles were taken in so far, most of them not durable yet; on the caller's thread.
    std::function<void(std::size_t articles)> progress;

    std::function<std::string()> now;  ///< ISO 8601 in UTC; the moment to record
    std::function<bool()> stop;        ///< asked now and then, on any thread; true ends the stream

    /// Told when an error of the archive ends the stream, before the threads that read are waited for: a
    /// `next` that waits for input is to end then. May be absent.
    std::function<void()> abandon = {};

    std::size_t jobs = 1;  ///< threads that read; at least 1
};

}  // namespace newsarc
