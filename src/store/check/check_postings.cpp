#include <SQLiteCpp/Database.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "store/check/check_steps.hpp"
#include "store/index/article_terms.hpp"
#include "store/index/lengths.hpp"
#include "store/posting/postings.hpp"
#include "store/posting/term_blocks.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// What an article is told by: the sum over its terms, so that their order does not matter.
using Sums = std::unordered_map<std::int64_t, std::uint64_t>;

std::uint64_t hash_of(std::uint64_t term, std::uint16_t places, std::uint16_t extra) {
    std::uint64_t out = (term ^ (std::uint64_t{places} << 32 | extra)) * 0x9E3779B97F4A7C15U;
    out ^= out >> 32;
    return out * 0xD6E8FEB86659FD93U;
}

std::uint64_t hash_of(std::string_view term) {
    return std::hash<std::string_view>{}(term);
}

Sums wanted(const Connection& connection) {
    Sums out;
    std::shared_ptr<const TermList> list;
    std::vector<std::uint64_t> hashes;  // by the number of a term
    visit_article_terms(connection, [&](std::int64_t id, const ArticleTerms& article) {
        if (std::exchange(list, article.list) != article.list) hashes.clear();
        list->visit(hashes.size(), [&](std::string_view term) { hashes.push_back(hash_of(term)); });
        std::uint64_t& sum = out[id];
        for (const ArticleTerms::Term& term : article.terms)
            sum += hash_of(hashes[term.number], term.places, term.extra);
    });
    return out;
}

struct Stored {
    Sums sums;
    std::map<std::int64_t, std::int64_t> postings;  ///< by segment
    std::int64_t lists = 0;                         ///< that stand alone
};

/// Of the postings that count, when these articles do.
Stored stored(const Connection& connection, std::span<const std::int64_t> articles) {
    Stored out;
    std::vector<std::uint8_t> lengths;
    for (const std::int64_t id : articles) {
        if (id < 1 || id > greatest_id) continue;
        if (lengths.size() <= static_cast<std::size_t>(id)) lengths.resize(static_cast<std::size_t>(id) + 1);
        lengths[static_cast<std::size_t>(id)] = 1;
    }
    const Validity validity(connection, lengths);
    const std::vector<Segment> segments = load_segments(connection);
    MergedTerms terms(connection, segments);
    std::vector<TermPosting> postings;
    while (terms.next()) {
        const std::uint64_t term = hash_of(std::string_view(terms.term()));
        for (SegmentCursor* segment : terms.segments()) {
            postings.clear();
            out.lists += segment->stands_alone() ? 1 : 0;
            segment->unpack(postings);
            out.postings[segment->segment()] += static_cast<std::int64_t>(postings.size());
            for (const TermPosting& posting : postings) {
                if (validity.counts(posting.article, segment->segment()))
                    out.sums[posting.article] += hash_of(term, posting.places, posting.extra);
            }
        }
    }
    return out;
}

}  // namespace

void check_postings(const Connection& connection, std::span<const std::int64_t> articles,
                    const Report& report) {
    Statement stray(connection.database(),
                    "SELECT DISTINCT id / ?1 FROM posting_block "
                    "WHERE id / ?1 NOT IN (SELECT id FROM posting_segment)");
    stray.bind(rows_a_segment);
    while (stray.step()) {
        report({CheckArea::postings, std::nullopt,
                "there are postings of the segment " + stray.text(0) + ", which is not on record", true});
    }
    const auto [sums, counts, lists] = stored(connection, articles);
    Statement all(connection.database(), "SELECT count(*) FROM posting_list");
    if (all.step() && all.integer(0) != lists)
        report({CheckArea::postings, std::nullopt, "there are postings of no term", true});
    Statement segments(connection.database(), "SELECT id, postings FROM posting_segment");
    while (segments.step()) {
        const auto known = counts.find(segments.integer(0));
        if ((known == counts.end() ? 0 : known->second) == segments.integer(1)) continue;
        report({CheckArea::postings, std::nullopt,
                "the segment " + segments.text(0) + " has not as many postings as are on record", true});
    }
    for (const auto& [id, sum] : wanted(connection)) {
        const auto known = sums.find(id);
        if ((known == sums.end() ? 0 : known->second) == sum) continue;
        report({CheckArea::postings, id, "the words that ranking has of it are not those of its text", true});
    }
}

}  // namespace newsarc::store
