#include "store/index/term_blocks.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>

namespace newsarc::store {
namespace {

/// What SQLite keeps within a page of an index, four of which go into one.
constexpr std::size_t block_bytes = 980;

/// Postings of more bytes stand alone.
constexpr std::size_t most_in_block = 240;

std::size_t shared_beginning(std::string_view a, std::string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

bool TermBlock::next() {
    if (rest_.empty()) return false;
    const std::size_t shared = take_number(rest_);
    if (shared > term_.size()) throw_damaged_postings();
    term_.resize(shared);
    term_ += take_bytes(take_number(rest_), rest_);
    count_ = take_number(rest_);
    postings_ = take_bytes(take_number(rest_), rest_);
    return true;
}

PostingBlocks PostingLists::read(std::int64_t segment, const TermBlock& block) {
    if (!block.postings().empty()) return {block.postings(), block.count()};
    if (!select_.bind(segment, Borrowed{block.term()}).step()) throw_damaged_postings();
    return {select_.blob(0), block.count()};
}

void PostingLists::unpack(std::int64_t segment, const TermBlock& block, std::vector<TermPosting>& out) {
    PostingBlocks blocks = read(segment, block);
    out.reserve(out.size() + block.count());
    for (auto postings = blocks.next(); !postings.empty(); postings = blocks.next())
        out.insert(out.end(), postings.begin(), postings.end());
    select_.reset();
}

SegmentWriter::SegmentWriter(const Connection& connection, std::int64_t segment)
    : connection_(connection),
      insert_(connection.database(), "INSERT INTO posting_block(segment, first, terms) VALUES (?, ?, ?)"),
      insert_list_(connection.database(),
                   "INSERT INTO posting_list(segment, term, postings) VALUES (?, ?, ?)"),
      segment_(segment) {}

void SegmentWriter::put(std::string_view term, std::span<const TermPosting> postings) {
    packed_.clear();
    pack(postings, packed_);
    if (packed_.size() > most_in_block) {
        insert_list_.bind(segment_, term);
        insert_list_.bind_blob(3, packed_);
        insert_list_.run();
        packed_.clear();
    }
    constexpr std::size_t numbers = 8;  // bytes of those of a term, about
    if (!block_.empty() && block_.size() + term.size() + packed_.size() + numbers > block_bytes)
        write_block();
    if (block_.empty()) {
        first_ = term;
        last_.clear();
    }
    const std::size_t shared = shared_beginning(last_, term);
    put_number(shared, block_);
    put_number(term.size() - shared, block_);
    block_ += term.substr(shared);
    put_number(postings.size(), block_);
    put_number(packed_.size(), block_);
    block_ += packed_;
    last_ = term;
    postings_ += static_cast<std::int64_t>(postings.size());
}

void SegmentWriter::write_block() {
    insert_.bind(segment_, Borrowed{first_});
    insert_.bind_blob(3, block_);
    insert_.run();
    block_.clear();
}

void SegmentWriter::finish() {
    if (!block_.empty()) write_block();
    Statement(connection_.database(), "INSERT INTO posting_segment(id, postings) VALUES (?, ?)")
        .bind(segment_, postings_)
        .run();
}

SegmentCursor::SegmentCursor(const Connection& connection, std::int64_t segment, std::string_view from)
    : segment_(segment),
      select_(connection.database(),
              "SELECT first, terms FROM posting_block WHERE segment = ?1 AND first >= coalesce((SELECT "
              "max(first) FROM posting_block WHERE segment = ?1 AND first <= ?2), '') ORDER BY first"),
      lists_(connection) {
    select_.bind(segment, from);
}

bool SegmentCursor::next() {
    const bool more = block_.next();
    if (!more) {
        if (!select_.step()) return false;
        block_ = TermBlock(select_.blob(1));
        if (!block_.next() || block_.term() != select_.blob(0)) throw_damaged_postings();
    }
    if (begun_ && term() <= last_) throw_damaged_postings();
    begun_ = true;
    last_ = term();
    return true;
}

MergedTerms::MergedTerms(const Connection& connection, std::span<const std::int64_t> segments,
                         std::string_view from) {
    for (const std::int64_t segment : segments) {
        cursors_.push_back(std::make_unique<SegmentCursor>(connection, segment, from));
        left_.push_back(cursors_.back().get());
    }
    here_ = left_;
}

bool MergedTerms::next() {
    for (SegmentCursor* cursor : here_) {
        if (!cursor->next()) std::erase(left_, cursor);
    }
    here_.clear();
    for (SegmentCursor* cursor : left_) {
        const int order = here_.empty() ? 0 : cursor->term().compare(term());
        if (order > 0) continue;
        if (order < 0) here_.clear();
        here_.push_back(cursor);
    }
    return !here_.empty();
}

}  // namespace newsarc::store
