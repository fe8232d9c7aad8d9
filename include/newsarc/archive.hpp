#pragma once

#include <newsarc/article.hpp>
#include <newsarc/parse.hpp>
#include <newsarc/search.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// A file as it came, before anything is read out of it.
struct Source {
    std::string path;  ///< as the user named it, any bytes
    std::string bytes;
    std::uint32_t mode = 0100644;  ///< Unix file type and permissions
    std::int64_t modified = 0;     ///< Unix seconds
};

enum class AddStatus { added, updated, duplicate, near_duplicate, failed };

std::string_view to_string(AddStatus status);

/// What became of one article, or of one source that could not be read as any.
struct AddResult {
    AddStatus status = AddStatus::failed;
    std::optional<std::int64_t> id;  ///< of the article stored, or of the one already there
    std::optional<std::string> uid;
    std::optional<std::string> key;
    std::optional<std::string> path;
    std::optional<std::string> headline;
    std::optional<std::int64_t> of;    ///< what it duplicates
    std::optional<double> similarity;  ///< 0 to 1, of a near duplicate
    std::optional<std::string> error;  ///< of a failure, what went wrong
    std::optional<std::string> hint;   ///< and what to do
    std::vector<std::string> warnings;
};

struct AddOptions {
    std::string added;     ///< ISO 8601 in UTC; the moment to record
    ParseOptions parse;    ///< `path` is taken from each source
    bool dry_run = false;  ///< say what would be done, and leave the archive as it was
};

enum class ListOrder { newest, oldest, added };

struct ListRequest {
    ListOrder order = ListOrder::newest;  ///< by published, then added, then id
    std::optional<std::size_t> limit;
    std::size_t offset = 0;
};

/// One archive file, open. Not for use by several threads at once; several processes may each
/// open the same file. Every function throws Error; `busy` when another process held the
/// archive past the time-out.
class Archive {
public:
    enum class Mode {
        read,    ///< an existing archive; nothing is written
        write,   ///< an existing archive
        create,  ///< an existing archive, or a new one: its folder mode 0700, the file 0600
        memory,  ///< a new one in memory, gone with the object; the path is not used
    };

    /// Opens an archive. A file that is not one of ours, or one of a later format, is refused
    /// before anything is written to it.
    static Archive open(const std::string& path, Mode mode,
                        std::chrono::milliseconds busy_timeout = std::chrono::seconds(10));

    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Reads each source into articles and stores them, their originals and the index in one
    /// transaction: when this returns all of it is durable, when it throws none of it is.
    /// A source that cannot be read is a `failed` result, not a throw. Results in input order.
    std::vector<AddResult> add(std::span<const Source> sources, const AddOptions& options);

    /// The id of an id, a uid, or a prefix of at least six characters of a uid.
    /// Empty when there is none; Error(usage) when several uids begin so.
    [[nodiscard]] std::optional<std::int64_t> resolve(std::string_view id_or_uid) const;

    [[nodiscard]] std::optional<Article> find(std::int64_t id) const;

    /// The file an article came from, byte for byte; empty when it came from none.
    [[nodiscard]] std::optional<Source> original(std::int64_t id) const;

    /// Calls `visit` for each article in order, until it returns false.
    void list(const ListRequest& request, const std::function<bool(const Article&)>& visit) const;

    [[nodiscard]] std::int64_t count() const;

    [[nodiscard]] SearchResult search(const SearchRequest& request) const;

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace newsarc
