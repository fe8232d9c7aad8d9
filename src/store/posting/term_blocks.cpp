#include "store/posting/term_blocks.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>

namespace newsarc::store {
namespace {

/// Four of them go into one page of a database.
constexpr std::size_t block_bytes = 980;

/// Postings of more bytes stand alone.
constexpr std::size_t most_in_block = 240;

/// Ids of rows stay below 2^53 by this.
constexpr std::int64_t greatest_segment = std::int64_t{1} << 28;

std::size_t shared_beginning(std::string_view a, std::string_view b) {
    const std::size_t most = std::min(a.size(), b.size());
    std::size_t shared = 0;
    while (shared < most && a[shared] == b[shared])
        ++shared;
    return shared;
}

/// A term as what it shares with the one before, and the rest.
void put_shared(std::string_view before, std::string_view term, std::string& out) {
    const std::size_t shared = shared_beginning(before, term);
    put_number(shared, out);
    put_number(term.size() - shared, out);
    out += term.substr(shared);
}

/// Makes `term`, which is the one before, the next one.
void take_shared(std::string_view& bytes, std::string& term) {
    const std::size_t shared = take_number(bytes);
    if (shared > term.size()) throw_damaged_postings();
    term.resize(shared);
    term += take_bytes(take_number(bytes), bytes);
}

}  // namespace

TermEntry TermBlock::take_entry() {
    TermEntry entry;
    entry.count = take_number(rest_);
    entry.postings = take_bytes(take_number(rest_), rest_);
    if (entry.postings.empty()) entry.list = take_number(rest_);
    return entry;
}

bool TermBlock::next() {
    if (rest_.empty()) return false;
    take_shared(rest_, term_);
    entry_ = take_entry();
    return true;
}

std::optional<TermEntry> TermBlock::find(std::string_view term) {
    // Terms before the one that is sought share so many bytes with it.
    std::size_t matched = 0;
    while (!rest_.empty()) {
        const std::size_t shared = take_number(rest_);
        const std::string_view rest = take_bytes(take_number(rest_), rest_);
        const TermEntry entry = take_entry();
        if (shared > matched) continue;  // like the one before it, which is before the term
        if (shared < matched) return std::nullopt;
        const std::string_view wanted = term.substr(matched);
        const std::size_t same = shared_beginning(rest, wanted);
        if (same == rest.size() && same == wanted.size()) return entry;
        if (same == wanted.size()) return std::nullopt;
        if (same < rest.size() &&
            static_cast<unsigned char>(rest[same]) > static_cast<unsigned char>(wanted[same]))
            return std::nullopt;
        matched += same;
    }
    return std::nullopt;
}

Segment::Segment(std::int64_t id, std::string_view firsts) : id_(id) {
    if (id < 1 || id > greatest_segment) throw_damaged_postings();
    std::string term;
    while (!firsts.empty()) {
        take_shared(firsts, term);
        firsts_.push_back(
            {static_cast<std::uint32_t>(text_.size()), static_cast<std::uint32_t>(term.size())});
        text_ += term;
    }
}

std::string_view Segment::first(std::size_t block) const {
    return std::string_view(text_).substr(firsts_[block].begin, firsts_[block].size);
}

std::optional<std::size_t> Segment::block_of(std::string_view term) const {
    const auto after = std::ranges::upper_bound(firsts_, term, {}, [this](const First& first) {
        return std::string_view(text_).substr(first.begin, first.size);
    });
    if (after == firsts_.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - firsts_.begin()) - 1;
}

std::int64_t Segment::row(std::size_t block) const {
    return id_ * rows_a_segment + static_cast<std::int64_t>(block);
}

std::vector<Segment> load_segments(const Connection& connection) {
    return guarded([&] {
        std::vector<Segment> out;
        Statement select(connection.database(), "SELECT id, firsts FROM posting_segment ORDER BY id");
        while (select.step())
            out.emplace_back(select.integer(0), select.blob(1));
        return out;
    });
}

PostingBlocks PostingLists::read(std::int64_t segment, const TermEntry& entry) {
    if (!entry.postings.empty()) return {entry.postings, entry.count};
    if (entry.list >= static_cast<std::size_t>(rows_a_segment)) throw_damaged_postings();
    if (!select_.bind(segment * rows_a_segment + static_cast<std::int64_t>(entry.list)).step())
        throw_damaged_postings();
    return {select_.blob(0), entry.count};
}

void PostingLists::unpack(std::int64_t segment, const TermEntry& entry, std::vector<TermPosting>& out) {
    PostingBlocks blocks = read(segment, entry);
    out.reserve(out.size() + entry.count);
    for (auto postings = blocks.next(); !postings.empty(); postings = blocks.next())
        out.insert(out.end(), postings.begin(), postings.end());
    select_.reset();
}

SegmentWriter::SegmentWriter(const Connection& connection, std::int64_t segment)
    : connection_(connection),
      insert_(connection.database(), "INSERT INTO posting_block(id, terms) VALUES (?, ?)"),
      insert_list_(connection.database(), "INSERT INTO posting_list(id, postings) VALUES (?, ?)"),
      segment_(segment) {
    if (segment > greatest_segment) throw_damaged_postings();
}

void SegmentWriter::put(std::string_view term, std::span<const TermPosting> postings) {
    packed_.clear();
    pack(postings, packed_);
    const bool alone = packed_.size() > most_in_block;
    if (alone) {
        insert_list_.bind(segment_ * rows_a_segment + lists_);
        insert_list_.bind_blob(2, packed_);
        insert_list_.run();
        packed_.clear();
    }
    constexpr std::size_t numbers = 8;  // bytes of those of a term, about
    if (!block_.empty() && block_.size() + term.size() + packed_.size() + numbers > block_bytes)
        write_block();
    if (block_.empty()) {
        put_shared(first_, term, firsts_);
        first_ = term;
        last_.clear();
    }
    put_shared(last_, term, block_);
    put_number(postings.size(), block_);
    put_number(packed_.size(), block_);
    block_ += packed_;
    if (alone) put_number(static_cast<std::size_t>(lists_++), block_);
    last_ = term;
    postings_ += static_cast<std::int64_t>(postings.size());
}

void SegmentWriter::write_block() {
    insert_.bind(segment_ * rows_a_segment + blocks_++);
    insert_.bind_blob(2, block_);
    insert_.run();
    block_.clear();
}

void SegmentWriter::finish() {
    if (!block_.empty()) write_block();
    Statement insert(connection_.database(),
                     "INSERT INTO posting_segment(id, postings, firsts) VALUES (?, ?, ?)");
    insert.bind(segment_, postings_);
    insert.bind_blob(3, firsts_);
    insert.run();
}

SegmentCursor::SegmentCursor(const Connection& connection, const Segment& segment, std::string_view from)
    : segment_(segment),
      next_block_(segment.block_of(from).value_or(0)),
      select_(connection.database(),
              "SELECT id, terms FROM posting_block WHERE id BETWEEN ? AND ? ORDER BY id"),
      lists_(connection) {
    select_.bind(segment.row(next_block_), segment.row(0) + rows_a_segment - 1);
}

void SegmentCursor::require(bool holds) const {
    if (!holds) throw_damaged_postings();
}

bool SegmentCursor::next() {
    const bool more = block_.next();
    if (!more) {
        const bool any = select_.step();
        require(any == (next_block_ < segment_.blocks()));
        if (!any) return false;
        require(select_.integer(0) == segment_.row(next_block_));
        block_ = TermBlock(select_.blob(1));
        require(block_.next() && block_.term() == segment_.first(next_block_));
        ++next_block_;
    }
    require(!begun_ || term() > last_);
    begun_ = true;
    last_ = term();
    return true;
}

MergedTerms::MergedTerms(const Connection& connection, std::span<const Segment> segments,
                         std::string_view from) {
    for (const Segment& segment : segments) {
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
