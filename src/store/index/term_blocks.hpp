#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/index/posting_list.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/statement.hpp"

// The terms of a segment, in the order of their bytes, in blocks of about a thousand bytes: a term is found
// by one look into a b-tree that is small, and a segment is written and read in one go. Long lists of
// postings stand in rows of their own: to tell how many articles hold a common word takes no longer than of
// any other.

namespace newsarc::store {

/// Reads the terms of one block. The bytes must outlive it. Its functions throw Error(archive_damaged).
class TermBlock {
public:
    TermBlock() = default;
    explicit TermBlock(std::string_view bytes) : rest_(bytes) {}

    /// Goes to the next term; false when there is none.
    bool next();

    [[nodiscard]] const std::string& term() const { return term_; }
    [[nodiscard]] std::size_t count() const { return count_; }             ///< articles that hold it
    [[nodiscard]] std::string_view postings() const { return postings_; }  ///< empty where they stand alone

private:
    std::string_view rest_;
    std::string term_;
    std::size_t count_ = 0;
    std::string_view postings_;
};

/// Reads the postings of terms; keeps its statement prepared. Throws Error(archive_damaged).
class PostingLists {
public:
    explicit PostingLists(const Connection& connection)
        : select_(connection.database(), "SELECT postings FROM posting_list WHERE segment = ? AND term = ?") {
    }

    /// The postings of the term that a block of a segment stands at, as long as the block and until the next
    /// call.
    PostingBlocks read(std::int64_t segment, const TermBlock& block);

    /// Appends them.
    void unpack(std::int64_t segment, const TermBlock& block, std::vector<TermPosting>& out);

private:
    Statement select_;
};

/// Writes the blocks of a new segment.
class SegmentWriter {
public:
    SegmentWriter(const Connection& connection, std::int64_t segment);

    /// Terms come in ascending order, each once, with at least one posting.
    void put(std::string_view term, std::span<const TermPosting> postings);

    /// Writes what is left, and the segment's own row.
    void finish();

private:
    void write_block();

    const Connection& connection_;
    Statement insert_;
    Statement insert_list_;
    std::int64_t segment_;
    std::int64_t postings_ = 0;
    std::string first_;
    std::string last_;
    std::string packed_;
    std::string block_;
};

/// Reads the terms of a segment in order. Throws Error(archive_damaged) where they are not as SegmentWriter
/// wrote them.
class SegmentCursor {
public:
    /// From the first term that is not before `from`, or one not far before it.
    SegmentCursor(const Connection& connection, std::int64_t segment, std::string_view from);

    /// Goes to the next term, first to the first; false when there is none.
    bool next();

    [[nodiscard]] std::int64_t segment() const { return segment_; }
    [[nodiscard]] const std::string& term() const { return block_.term(); }
    [[nodiscard]] std::size_t count() const { return block_.count(); }
    [[nodiscard]] bool stands_alone() const { return block_.postings().empty(); }
    void unpack(std::vector<TermPosting>& out) { lists_.unpack(segment_, block_, out); }

private:
    std::int64_t segment_;
    Statement select_;
    PostingLists lists_;
    TermBlock block_;
    std::string last_;
    bool begun_ = false;
};

/// Reads the terms of several segments in order, each term once.
class MergedTerms {
public:
    MergedTerms(const Connection& connection, std::span<const std::int64_t> segments,
                std::string_view from = {});

    bool next();

    [[nodiscard]] const std::string& term() const { return here_.front()->term(); }

    /// The segments that hold the term, in the order in which they were given.
    [[nodiscard]] const std::vector<SegmentCursor*>& segments() const { return here_; }

private:
    std::vector<std::unique_ptr<SegmentCursor>> cursors_;
    std::vector<SegmentCursor*> left_;  ///< those that have not come to their end
    std::vector<SegmentCursor*> here_;  ///< of these, those that stand at the least term
};

}  // namespace newsarc::store
