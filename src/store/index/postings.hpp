#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "store/index/fulltext.hpp"
#include "store/index/posting_list.hpp"
#include "store/index/term_numbers.hpp"
#include "store/sql/connection.hpp"

// newsarc's own index of words: of each term the articles that hold it, and how often by where it stands. It
// says less than FTS5's, which has every place, and is read many times faster. Derived from the articles, and
// changed in the transactions that change them.
//
// Each commit adds a segment of its own; small ones are merged later. What is there is not changed: an
// article that has been removed is told by its length, one whose text is in a later segment by a row in a
// small table.

namespace newsarc::store {

/// Makes the tables of format 4. To be called inside a transaction.
void create_postings(SQLite::Database& database);

/// Makes them those of format 6, without what is in them. To be called inside a transaction.
void create_postings_of_format_6(SQLite::Database& database);

/// Which postings count: not those of articles that are gone, nor those of a former text.
class Validity {
public:
    /// `lengths` are those of load_lengths(), and must outlive it.
    Validity(const Connection& connection, std::span<const std::uint8_t> lengths);

    [[nodiscard]] bool counts(std::uint32_t article, std::int64_t segment) const {
        if (article >= lengths_.size() || lengths_[article] == 0) return false;
        return superseded_.empty() || is_latest(article, segment);
    }

private:
    [[nodiscard]] bool is_latest(std::uint32_t article, std::int64_t segment) const;

    struct Superseded {
        std::uint32_t article = 0;
        std::int64_t before = 0;  ///< segments that do not count for it
    };

    std::span<const std::uint8_t> lengths_;
    std::vector<Superseded> superseded_;  ///< by article
};

/// Reads the index; keeps its statements prepared. Its functions throw Error(archive_damaged).
class PostingReader {
public:
    /// `lengths` are those of load_lengths(), and must outlive it.
    PostingReader(const Connection& connection, std::span<const std::uint8_t> lengths);
    PostingReader(PostingReader&&) noexcept;
    PostingReader& operator=(PostingReader&&) noexcept;
    ~PostingReader();

    /// The articles that hold a term, no more than `most`, without positions. Time is linear in them.
    [[nodiscard]] Postings find(std::string_view term, std::size_t most = SIZE_MAX);

    /// Calls visit with the articles that hold a term, some at a time, not always in order, with `places` for
    /// how often; without keeping them.
    void visit(std::string_view term, const std::function<void(std::span<const Posting>)>& visit);

    /// In how many articles a term stands, those counted that were removed or changed since the last merge.
    [[nodiscard]] std::size_t count(std::string_view term);

    /// Calls visit(term, count(term)) for the terms from `first` to before `last`, in the order of their
    /// bytes, until it returns false.
    void list(std::string_view first, std::string_view last,
              const std::function<bool(std::string_view term, std::size_t articles)>& visit) const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Adds articles to the index, in a segment of their own. To be used inside a transaction.
class PostingWriter {
public:
    explicit PostingWriter(const Connection& connection) : connection_(connection) {}

    /// Puts an article in; `terms` is its IndexedColumns::terms. Before an article comes again, it is
    /// removed.
    void put(std::int64_t article, std::string_view terms);

    /// Notes that what the index has of an article does not count any more.
    void remove(std::int64_t article);

    /// Writes the segment. To be called before the transaction is committed.
    void flush();

    /// Postings that wait to be written.
    [[nodiscard]] std::size_t waiting() const { return waiting_; }

private:
    /// The postings of a term, in the order in which they came: of each how far its article is from the last
    /// one, the places and the extra (put_number()). Small, and all of a term side by side.
    struct Waiting {
        std::string postings;
        std::uint32_t last = 0;
    };

    [[nodiscard]] std::vector<std::uint32_t> terms_in_order() const;
    void write();
    void write_segment();

    const Connection& connection_;
    TermNumbers terms_;
    std::vector<Waiting> by_term_;
    std::size_t waiting_ = 0;
    std::unordered_set<std::int64_t> articles_;  ///< that wait
    std::unordered_set<std::int64_t> removed_;
    std::vector<std::int64_t> superseded_;  ///< of these articles, those that came again
};

/// When segments are merged.
enum class Merge {
    many,   ///< where many small ones have come together: on the way, so that the work is spread
    small,  ///< those beside which a later one is not much smaller: when work is done
    all,    ///< into one, without what does not count any more
};

/// Merges segments. To be called inside a transaction.
void merge_postings(const Connection& connection, Merge merge);

/// Makes the index anew from the articles, their lengths and analyses. To be called inside a transaction.
void rebuild_postings(const Connection& connection);

}  // namespace newsarc::store
