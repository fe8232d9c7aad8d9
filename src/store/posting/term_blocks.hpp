#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/posting/posting_list.hpp"
#include "store/sql/connection.hpp"
#include "store/sql/statement.hpp"

// The terms of a segment, in the order of their bytes, in blocks of about a thousand bytes. The first terms
// of all blocks are kept together, so that a term is found by one row; a segment is written and read in one
// go. Long lists of postings stand in rows of their own: to tell how many articles hold a common word takes
// no longer than of any other.

namespace newsarc::store {

/// The id of a block, or of a list, is that of its segment times this, and its number in the segment.
inline constexpr std::int64_t rows_a_segment = std::int64_t{1} << 24;

/// What a block says of a term.
struct TermEntry {
    std::size_t count = 0;      ///< articles that hold it
    std::string_view postings;  ///< empty where they stand alone
    std::size_t list = 0;       ///< then the number of their list
};

/// Reads the terms of one block. The bytes must outlive it. Its functions throw Error(archive_damaged).
class TermBlock {
public:
    TermBlock() = default;
    explicit TermBlock(std::string_view bytes) : rest_(bytes) {}

    /// Goes to the next term; false when there is none.
    bool next();

    /// Of the term that next() went to.
    [[nodiscard]] const std::string& term() const { return term_; }
    [[nodiscard]] const TermEntry& entry() const { return entry_; }

    /// What a block that was not read from yet says of a term; empty where it does not hold it.
    [[nodiscard]] std::optional<TermEntry> find(std::string_view term);

private:
    TermEntry take_entry();

    std::string_view rest_;
    std::string term_;
    TermEntry entry_;
};

/// A segment on record: which terms its blocks begin with.
class Segment {
public:
    /// `firsts` as SegmentWriter writes them. Throws Error(archive_damaged).
    Segment(std::int64_t id, std::string_view firsts);

    [[nodiscard]] std::int64_t id() const { return id_; }
    [[nodiscard]] std::size_t blocks() const { return firsts_.size(); }
    [[nodiscard]] std::string_view first(std::size_t block) const;

    /// The block that holds a term if any does; empty for a term before all others.
    [[nodiscard]] std::optional<std::size_t> block_of(std::string_view term) const;

    /// The id of the row of a block.
    [[nodiscard]] std::int64_t row(std::size_t block) const;

private:
    struct First {
        std::uint32_t begin = 0;
        std::uint32_t size = 0;
    };

    std::int64_t id_;
    std::vector<First> firsts_;
    std::string text_;  ///< of all of them
};

/// Those on record, by ascending id. Throws Error(archive_damaged).
std::vector<Segment> load_segments(const Connection& connection);

/// Reads the postings of terms; keeps its statement prepared. Throws Error(archive_damaged).
class PostingLists {
public:
    explicit PostingLists(const Connection& connection)
        : select_(connection.database(), "SELECT postings FROM posting_list WHERE id = ?") {}

    /// The postings of a term of a segment, as long as its block and until the next call.
    PostingBlocks read(std::int64_t segment, const TermEntry& entry);

    /// Appends them.
    void unpack(std::int64_t segment, const TermEntry& entry, std::vector<TermPosting>& out);

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
    std::int64_t blocks_ = 0;
    std::int64_t lists_ = 0;
    std::int64_t postings_ = 0;
    std::string firsts_;
    std::string first_;  ///< of the block before
    std::string last_;
    std::string packed_;
    std::string block_;
};

/// Reads the terms of a segment in order. Throws Error(archive_damaged) where they are not as SegmentWriter
/// wrote them.
class SegmentCursor {
public:
    /// From the first term that is not before `from`, or one not far before it. The segment must outlive it.
    SegmentCursor(const Connection& connection, const Segment& segment, std::string_view from);

    /// Goes to the next term, first to the first; false when there is none.
    bool next();

    [[nodiscard]] std::int64_t segment() const { return segment_.id(); }
    [[nodiscard]] const std::string& term() const { return block_.term(); }
    [[nodiscard]] std::size_t count() const { return block_.entry().count; }
    [[nodiscard]] bool stands_alone() const { return block_.entry().postings.empty(); }
    void unpack(std::vector<TermPosting>& out) { lists_.unpack(segment_.id(), block_.entry(), out); }

private:
    void require(bool holds) const;

    const Segment& segment_;
    std::size_t next_block_;
    Statement select_;
    PostingLists lists_;
    TermBlock block_;
    std::string last_;
    bool begun_ = false;
};

/// Reads the terms of several segments in order, each term once.
class MergedTerms {
public:
    /// The segments must outlive it.
    MergedTerms(const Connection& connection, std::span<const Segment> segments, std::string_view from = {});

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
