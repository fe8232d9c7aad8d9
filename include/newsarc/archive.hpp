#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/change.hpp>
#include <newsarc/concordance.hpp>
#include <newsarc/error.hpp>
#include <newsarc/list.hpp>
#include <newsarc/maintenance.hpp>
#include <newsarc/search.hpp>
#include <newsarc/usage.hpp>

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
    /// before anything is written to it. One of a former format is brought to this one, whatever the mode,
    /// once a backup stands beside it; where that cannot be written, Error(io).
    static Archive open(const std::string& path, Mode mode,
                        std::chrono::milliseconds busy_timeout = std::chrono::seconds(10));

    /// What opening did to an archive of a former format.
    [[nodiscard]] const std::optional<FormatChange>& format_change() const;

    Archive(Archive&&) noexcept;
    Archive& operator=(Archive&&) noexcept;
    ~Archive();

    /// Reads each source into articles and stores them, their originals and the index in one
    /// transaction: when this returns all of it is durable, when it throws none of it is.
    /// A source that cannot be read is a `failed` result, not a throw. Results in input order.
    /// A source whose `file` was added before updates the articles it gave: what it says now is matched
    /// with them by content, else by headline, else by place; an article that is not in it any more stays.
    std::vector<AddResult> add(std::span<const Source> sources, const AddOptions& options);

    /// Stores articles that were read elsewhere, in one transaction as add() does. A key that is
    /// known updates its article (which keeps its id, tags and `added`, and what it said before as a
    /// version); content that is known is a duplicate. uid and words are computed anew; `added` is kept when
    /// it is set.
    std::vector<AddResult> add_records(std::span<const Article> records, const AddOptions& options);

    /// Takes in a stream of sources and records, as add() and add_records() do with each: threads
    /// read ahead, one stores. What is stored is made durable every now and then and told after
    /// that; readers are kept out for a fraction of a second each time. When this throws, all that was
    /// told is stored and nothing else is. `archive` is called when there is something to store.
    /// `added` of the options is not used.
    static void add_stream(const std::function<Archive&()>& archive, const AddStream& stream,
                           const AddOptions& options);

    /// Which of these files are as they were when they were added, read with such options: of each what
    /// became of its articles, without `path`; empty for one that has to be read. Does not read files.
    /// With `again` those have to be read of which articles were passed over.
    [[nodiscard]] std::vector<std::optional<std::vector<AddResult>>> unchanged(
        std::span<const FileState> files, const ParseOptions& options, bool again = false) const;

    /// The files that were added from a path or below it, absolute and without a slash at its end, in order
    /// of their bytes.
    [[nodiscard]] std::vector<std::string> files_below(std::string_view path) const;

    /// The articles that a file gave when it was last read, each a duplicate of itself, without `path`.
    [[nodiscard]] std::vector<AddResult> articles_of_file(std::string_view path) const;

    /// The files that gave an article when they were last read, as absolute paths.
    [[nodiscard]] std::vector<std::string> files_of_article(std::int64_t id) const;

    /// Removes articles with all that is kept of them, former versions too, in one transaction; ids that are
    /// not there are passed over. A file of several articles loses the bytes of those that are removed, and
    /// goes with the last of them. Ids are never used again. Returns how many were removed. What was removed
    /// can no longer be found; its bytes leave the file with optimize(). With a `moment`, ISO 8601 in UTC,
    /// the removal is remembered: what says the same, has the same key, or the same headline in the same
    /// file, is passed over by add() from then on, unless AddOptions::again.
    std::size_t remove(std::span<const std::int64_t> ids, const std::string& moment = {});

    /// What was removed and is remembered, in the order of the ids that it had.
    [[nodiscard]] std::vector<Removal> removals() const;

    /// Lets articles that were removed be stored again, by the ids that they had. Returns how many of these
    /// were remembered. It does not bring them back: the files that they came from do.
    std::size_t forget_removals(std::span<const std::int64_t> ids);

    /// Puts an article in the place of `former`, one that find() gave: every field of it but `id`, `path`
    /// and `added`, which stay, and uid, words and the hosts and articles of links, which are computed.
    /// What it said before is kept as a version, replaced at `moment`, ISO 8601 in UTC; the file it came from
    /// stays as it was. Throws Error and changes nothing: not_found; input when
    /// there is neither headline nor body; usage when the archive's article is not `former` any more,
    /// or another article has the same content or key, or a tag cannot be one.
    void replace(const Article& article, const Article& former, const std::string& moment);

    /// Gives tags to articles and takes tags away, in one transaction. Returns the ids of those that
    /// changed. Throws Error(usage) for a tag that cannot be one.
    std::vector<std::int64_t> tag(const TagRequest& request);

    /// Makes searches as fast and the file as small as they can be; of what was removed or replaced
    /// before, not a byte is left in the file. Takes time and free space in proportion to the archive;
    /// others wait meanwhile.
    OptimizeResult optimize();

    /// The id of an id, a uid, or a prefix of at least six characters of a uid.
    /// Empty when there is none; Error(usage) when several uids begin so.
    [[nodiscard]] std::optional<std::int64_t> resolve(std::string_view id_or_uid) const;

    [[nodiscard]] std::optional<Article> find(std::int64_t id) const;

    /// The texts that an article has and had, the oldest first; none when there is no such article.
    [[nodiscard]] std::vector<Version> versions(std::int64_t id) const;

    /// An article as it was in a version. Key, tags and `added` are those it has now; its links point at no
    /// articles.
    [[nodiscard]] std::optional<Article> find_version(std::int64_t id, std::int64_t number) const;

    /// The file an article came from, byte for byte; empty when it came from none. Of several articles in a
    /// file that changed, what did not change is in the file as it is now, and no more in former ones.
    [[nodiscard]] std::optional<Source> original(std::int64_t id) const;

    /// The file that a version of it came from.
    [[nodiscard]] std::optional<Source> original(std::int64_t id, std::int64_t version) const;

    /// The name of that file in the archive, its own among all originals.
    [[nodiscard]] std::optional<std::string> original_name(std::int64_t id) const;

    /// Calls `visit` for each article in order, until it returns false. Gives back what of the query
    /// could not be taken as it stood, for a person.
    std::vector<std::string> list(const ListRequest& request,
                                  const std::function<bool(const Article&)>& visit) const;

    /// Calls `visit` for each link, by article and in the order of its text, until it returns false.
    /// Memory does not grow with their number, and no lock is held while `visit` runs.
    void links(const LinkRequest& request, const std::function<bool(const FoundLink&)>& visit) const;

    /// The hosts that these links lead to, the most frequent first; limit and offset are of hosts.
    [[nodiscard]] std::vector<HostCount> link_hosts(const LinkRequest& request) const;

    [[nodiscard]] Stats stats(const StatsRequest& request) const;

    /// How often words are used. Throws Error(usage) as matching() does.
    [[nodiscard]] Usage usage(const UsageRequest& request) const;

    /// Throws Error(usage) as matching() does.
    [[nodiscard]] Keywords keywords(const KeywordRequest& request) const;

    /// Keeps a query under a name, in the place of one that had it. Throws Error(usage) for what is
    /// no name.
    void save_search(const SavedSearch& search);

    /// Saved searches, by name.
    [[nodiscard]] std::vector<SavedSearch> saved_searches() const;

    [[nodiscard]] std::optional<SavedSearch> saved_search(std::string_view name) const;

    /// Notes that the articles up to this id were seen by a saved search; never takes any back.
    void mark_seen(std::string_view name, std::int64_t id);

    /// False when there is none of that name.
    bool remove_saved_search(std::string_view name);

    /// Calls `visit` for each of these articles that is there, until it returns false.
    void visit(std::span<const std::int64_t> ids, const std::function<bool(const Article&)>& visit) const;

    [[nodiscard]] std::int64_t count() const;

    /// Calls `visit` for each cluster of near duplicates, in the order of their first members, until
    /// it returns false.
    void duplicates(const ClusterRequest& request, const std::function<bool(const Cluster&)>& visit) const;

    /// The near duplicates of an article, itself among them; empty when it has none.
    [[nodiscard]] std::optional<Cluster> duplicates_of(std::int64_t id) const;

    [[nodiscard]] SearchResult search(const SearchRequest& request) const;

    /// The words of a query in an article that find() or find_version() gave, whether it matches or not: all
    /// but those that only exclude, as a search would find them.
    [[nodiscard]] ArticleMarks marks(const Article& article, const MatchRequest& request) const;

    /// All articles that a query matches, for work on every one of them.
    [[nodiscard]] Matches matching(const MatchRequest& request) const;

    /// The places where the words of a query stand. Throws Error(usage) as matching() does.
    [[nodiscard]] Concordance concordance(const ConcordanceRequest& request) const;

    /// Articles like one that is there, best first. Throws Error(not_found) for an unknown id.
    [[nodiscard]] SearchResult related(const RelatedRequest& request) const;

    /// Copies the archive to another file while other processes read and write it, as it is at one
    /// moment. The copy is made beside its place, read through, and put there when it is whole and
    /// durable. Throws Error: usage for a place that is taken, archive_damaged when the archive is.
    BackupSummary backup(const std::string& path, const BackupOptions& options = {}) const;

    /// Looks for damage: SQLite's own structures, the full-text index word for word, each article
    /// against its uid, each stored file against its hash, and what refers to nothing. Calls `visit` for
    /// each finding. While it runs, other processes can read; their writes wait.
    CheckSummary check(const CheckOptions& options, const std::function<void(const Finding&)>& visit) const;

    /// Makes anew what is derived, in one transaction: indexes, postings and lengths from the articles;
    /// an article that does not fit its uid from its stored file, or, where that does not give it, the
    /// uid from what it says now; rows that refer to nothing are removed. Throws
    /// Error(archive_damaged), with nothing changed, when the articles themselves cannot be read.
    RepairSummary repair();

private:
    struct State;
    explicit Archive(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace newsarc
