#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "store/index/fulltext.hpp"
#include "store/posting/posting_list.hpp"
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

/// The id of the segment that is written next. Throws Error(archive_damaged).
std::int64_t next_segment(const Connection& connection);

/// Makes postings ascend by article.
void put_in_order(std::span<TermPosting> postings);

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
