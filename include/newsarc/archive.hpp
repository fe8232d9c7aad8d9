#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/list.hpp>
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

    /// Stores articles that were read elsewhere, in one transaction as add() does. A key that is
    /// known updates its article (which keeps its id, tags and `added`); content that is known is a
    /// duplicate. uid and words are computed anew; `added` is kept when it is set.
    std::vector<AddResult> add_records(std::span<const Article> records, const AddOptions& options);

    /// Takes in a stream of sources and records, as add() and add_records() do with each: threads
    /// read ahead, one stores. What is stored is made durable every now and then and told after
    /// that; readers are kept out for a fraction of a second each time. When this throws, all that was
    /// told is stored and nothing else is. `archive` is called when there is something to store.
    /// `added` of the options is not used.
    static void add_stream(const std::function<Archive&()>& archive, const AddStream& stream,
                           const AddOptions& options);

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

    /// Articles like one that is there, best first. Throws Error(not_found) for an unknown id.
    [[nodiscard]] SearchResult related(const RelatedRequest& request) const;

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace newsarc
