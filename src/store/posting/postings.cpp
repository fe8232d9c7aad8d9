#include "store/posting/postings.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <utility>

#include "store/index/article_terms.hpp"
#include "store/index/lengths.hpp"
#include "store/posting/posting_writer.hpp"
#include "store/posting/term_blocks.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

std::int64_t select_integer(const Connection& connection, const char* sql) {
    Statement select(connection.database(), sql);
    return select.step() ? select.integer(0) : 0;
}

}  // namespace

std::int64_t next_segment(const Connection& connection) {
    const std::int64_t last = select_integer(connection, "SELECT max(id) FROM posting_segment");
    if (last == INT64_MAX) throw_damaged_postings();
    return last + 1;
}

void put_in_order(std::span<TermPosting> postings) {
    if (!std::ranges::is_sorted(postings, {}, &TermPosting::article))
        std::ranges::sort(postings, {}, &TermPosting::article);
}

void create_postings(SQLite::Database& database) {
    database.exec(R"sql(
CREATE TABLE posting_segment(id INTEGER PRIMARY KEY, postings INTEGER NOT NULL) STRICT;

CREATE TABLE posting_block(
    segment INTEGER NOT NULL,
    first TEXT NOT NULL,
    terms BLOB NOT NULL,
    PRIMARY KEY (segment, first)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting_list(
    segment INTEGER NOT NULL,
    term TEXT NOT NULL,
    postings BLOB NOT NULL,
    PRIMARY KEY (segment, term)
) STRICT, WITHOUT ROWID;

CREATE TABLE posting_superseded(article INTEGER PRIMARY KEY, before INTEGER NOT NULL) STRICT;
)sql");
}

void create_postings_of_format_6(SQLite::Database& database) {
    database.exec(R"sql(
DROP TABLE posting_segment;
DROP TABLE posting_block;
DROP TABLE posting_list;
DELETE FROM posting_superseded;

CREATE TABLE posting_segment(
    id INTEGER PRIMARY KEY,
    postings INTEGER NOT NULL,
    firsts BLOB NOT NULL
) STRICT;
CREATE TABLE posting_block(id INTEGER PRIMARY KEY, terms BLOB NOT NULL) STRICT;
CREATE TABLE posting_list(id INTEGER PRIMARY KEY, postings BLOB NOT NULL) STRICT;
)sql");
}

Validity::Validity(const Connection& connection, std::span<const std::uint8_t> lengths) : lengths_(lengths) {
    Statement select(connection.database(),
                     "SELECT article, before FROM posting_superseded ORDER BY article");
    while (select.step())
        superseded_.push_back({static_cast<std::uint32_t>(select.integer(0)), select.integer(1)});
}

bool Validity::is_latest(std::uint32_t article, std::int64_t segment) const {
    const auto at = std::ranges::lower_bound(superseded_, article, {}, &Superseded::article);
    return at == superseded_.end() || at->article != article || segment >= at->before;
}

struct PostingReader::State {
    State(const Connection& archive, std::span<const std::uint8_t> lengths)
        : connection(archive),
          validity(archive, lengths),
          segments(load_segments(archive)),
          block(archive.database(), "SELECT terms FROM posting_block WHERE id = ?"),
          lists(archive) {}

    /// Calls visit(segment, entry) for each segment that holds a term.
    template <typename Visit>
    void for_each_segment(std::string_view term, Visit visit) {
        guarded([&] {
            for (const Segment& segment : segments) {
                const auto number = segment.block_of(term);
                if (!number) continue;
                if (!block.bind(segment.row(*number)).step()) throw_damaged_postings();
                if (const auto entry = TermBlock(block.blob(0)).find(term)) visit(segment.id(), *entry);
                block.reset();
            }
        });
    }

    /// Calls visit(postings) with those that count of a term, a block at a time, until it returns false.
    template <typename Visit>
    void for_each_block(std::int64_t segment, const TermEntry& entry, Visit visit) {
        std::array<Posting, posting_block> valid;
        PostingBlocks blocks = lists.read(segment, entry);
        for (auto packed = blocks.next(); !packed.empty(); packed = blocks.next()) {
            std::size_t count = 0;
            for (const TermPosting& posting : packed) {
                if (!validity.counts(posting.article, segment)) continue;
                const unsigned times = posting.places * body_times + posting.extra;
                valid[count++] = {posting.article, static_cast<std::uint16_t>(std::min(times, most_times)),
                                  posting.places};
            }
            if (!visit(std::span<const Posting>(valid.data(), count))) return;
        }
    }

    const Connection& connection;
    Validity validity;
    std::vector<Segment> segments;
    Statement block;
    PostingLists lists;
};

PostingReader::PostingReader(const Connection& connection, std::span<const std::uint8_t> lengths)
    : state_(guarded([&] { return std::make_unique<State>(connection, lengths); })) {}

PostingReader::PostingReader(PostingReader&&) noexcept = default;
PostingReader& PostingReader::operator=(PostingReader&&) noexcept = default;
PostingReader::~PostingReader() = default;

void PostingReader::visit(std::string_view term, const std::function<void(std::span<const Posting>)>& visit) {
    state_->for_each_segment(cut_term(term), [&](std::int64_t segment, const TermEntry& entry) {
        state_->for_each_block(segment, entry, [&](std::span<const Posting> postings) {
            visit(postings);
            return true;
        });
    });
}

Postings PostingReader::find(std::string_view term, std::size_t most) {
    Postings out;
    std::size_t segments = 0;
    state_->for_each_segment(cut_term(term), [&](std::int64_t segment, const TermEntry& entry) {
        ++segments;
        out.articles.reserve(out.articles.size() + std::min(entry.count, most));
        state_->for_each_block(segment, entry, [&](std::span<const Posting> postings) {
            for (const Posting& posting : postings) {
                if (out.articles.size() == most) return false;
                out.occurrences += posting.places;
                out.articles.push_back({posting.article, posting.times, 0});
            }
            return true;
        });
    });
    if (segments > 1 && !std::ranges::is_sorted(out.articles, {}, &Posting::article))
        std::ranges::sort(out.articles, {}, &Posting::article);
    return out;
}

std::size_t PostingReader::count(std::string_view term) {
    std::size_t out = 0;
    state_->for_each_segment(cut_term(term),
                             [&](std::int64_t, const TermEntry& entry) { out += entry.count; });
    return out;
}

void PostingReader::list(
    std::string_view first, std::string_view last,
    const std::function<bool(std::string_view term, std::size_t articles)>& visit) const {
    guarded([&] {
        MergedTerms terms(state_->connection, state_->segments, first);
        while (terms.next() && terms.term() < last) {
            if (terms.term() < first) continue;
            std::size_t articles = 0;
            for (const SegmentCursor* segment : terms.segments())
                articles += segment->count();
            if (!visit(terms.term(), articles)) return;
        }
    });
}

namespace {

struct SegmentSize {
    std::int64_t id = 0;
    std::int64_t postings = 0;
};

/// Of postings, more than can be.
constexpr std::int64_t greatest_count = std::int64_t{1} << 48;

/// A merge is written in one transaction, whose pages are kept in memory: of some hundred thousand articles.
constexpr std::int64_t most_merged = 32'000'000;

/// The segments to merge, which are the latest: as many as come together before one that is much larger than
/// all of them.
std::span<const SegmentSize> to_merge(std::span<const SegmentSize> segments, Merge merge) {
    if (merge == Merge::all) return segments;
    // The last batch of an import is smaller than those before it, and must not keep them apart.
    const std::int64_t much_larger = merge == Merge::small ? 8 : 2;
    std::size_t begin = segments.size();
    std::int64_t postings = 0;
    while (begin > 0) {
        const std::int64_t next = segments[begin - 1].postings;
        const bool larger = begin < segments.size() && next / much_larger > postings;
        if (larger || next > most_merged - postings) break;
        postings += next;
        --begin;
    }
    const std::size_t least = merge == Merge::many ? 8 : 2;
    const auto out = segments.subspan(begin);
    return out.size() < least ? out.subspan(out.size()) : out;
}

/// True when much of what is stored does not count any more. An article has some hundreds of terms.
bool is_mostly_superseded(const Connection& connection, std::span<const SegmentSize> segments) {
    std::int64_t postings = 0;
    for (const SegmentSize& segment : segments)
        postings += segment.postings / 2000;
    return select_integer(connection, "SELECT count(*) FROM posting_superseded") > postings + 100;
}

void write_merged(const Connection& connection, std::span<const Segment> from, std::int64_t to) {
    const std::vector<std::uint8_t> lengths = load_lengths(connection);
    const Validity validity(connection, lengths);
    MergedTerms terms(connection, from);
    SegmentWriter writer(connection, to);
    std::vector<TermPosting> postings;
    std::vector<TermPosting> valid;
    while (terms.next()) {
        valid.clear();
        for (SegmentCursor* segment : terms.segments()) {
            postings.clear();
            segment->unpack(postings);
            std::ranges::copy_if(postings, std::back_inserter(valid), [&](const TermPosting& posting) {
                return validity.counts(posting.article, segment->segment());
            });
        }
        put_in_order(valid);
        if (!valid.empty()) writer.put(terms.term(), valid);
    }
    writer.finish();
}

}  // namespace

void merge_postings(const Connection& connection, Merge merge) {
    guarded([&] {
        std::vector<SegmentSize> segments;
        {
            Statement select(connection.database(), "SELECT id, postings FROM posting_segment ORDER BY id");
            while (select.step())
                segments.push_back(
                    {select.integer(0), std::clamp<std::int64_t>(select.integer(1), 0, greatest_count)});
        }
        if (merge == Merge::small && is_mostly_superseded(connection, segments)) merge = Merge::all;
        const auto run = to_merge(segments, merge);
        if (run.empty()) return;
        std::vector<Segment> merged = load_segments(connection);
        std::erase_if(merged, [&](const Segment& segment) { return segment.id() < run.front().id; });
        write_merged(connection, merged, next_segment(connection));
        const std::int64_t first = merged.front().row(0);
        const std::int64_t last = merged.back().row(0) + rows_a_segment - 1;
        for (const char* table : {"posting_block", "posting_list"}) {
            Statement(connection.database(),
                      std::string("DELETE FROM ") + table + " WHERE id BETWEEN ? AND ?")
                .bind(first, last)
                .run();
        }
        Statement(connection.database(), "DELETE FROM posting_segment WHERE id BETWEEN ? AND ?")
            .bind(merged.front().id(), merged.back().id())
            .run();
        const bool any_before = run.size() < segments.size();
        if (!any_before) connection.database().exec("DELETE FROM posting_superseded");
    });
}

void rebuild_postings(const Connection& connection) {
    // Postings that are held in memory.
    constexpr std::size_t most_waiting = 4'000'000;
    guarded([&] {
        connection.database().exec(
            "DELETE FROM posting_block; DELETE FROM posting_list; DELETE FROM posting_segment; DELETE FROM "
            "posting_superseded");
        PostingWriter writer(connection);
        visit_article_terms(connection, [&](std::int64_t id, const ArticleTerms& terms) {
            writer.put(id, terms);
            if (writer.waiting() < most_waiting) return;
            writer.flush();
            merge_postings(connection, Merge::many);
        });
        writer.flush();
        merge_postings(connection, Merge::small);
    });
}

}  // namespace newsarc::store
