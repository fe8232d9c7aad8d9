#include "store/posting/posting_writer.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <string_view>

#include "store/posting/postings.hpp"
#include "store/posting/term_blocks.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// The postings of one list of terms, those of a term side by side.
class TermPostings {
public:
    explicit TermPostings(const TermList& list) {
        list.visit(0, [&](std::string_view term) { terms_.emplace_back(term); });
        ends_.resize(terms_.size() + 1);
    }

    /// First all are counted, then all are put.
    void count(const ArticleTerms::Term& term) { ++ends_[term.number + std::size_t{1}]; }

    void end_count() {
        std::partial_sum(ends_.begin(), ends_.end(), ends_.begin());
        postings_.resize(ends_.back());
    }

    /// From now on a term ends where it began, and the next begins behind what is put.
    void put(const ArticleTerms::Term& term, std::uint32_t article) {
        postings_[ends_[term.number]++] = {article, term.places, term.extra};
    }

    [[nodiscard]] std::size_t size() const { return terms_.size(); }
    [[nodiscard]] const std::string& term(std::uint32_t number) const { return terms_[number]; }

    [[nodiscard]] std::span<TermPosting> postings(std::uint32_t number) {
        const std::size_t begin = number == 0 ? 0 : ends_[number - std::size_t{1}];
        return std::span(postings_).subspan(begin, ends_[number] - begin);
    }

private:
    std::vector<std::string> terms_;
    std::vector<std::uint32_t> ends_;
    std::vector<TermPosting> postings_;
};

/// A term of one list, and its first bytes, in which most terms differ.
struct Key {
    std::uint64_t bytes = 0;
    std::uint32_t list = 0;
    std::uint32_t number = 0;
};

std::uint64_t first_bytes(std::string_view term) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < sizeof out; ++i)
        out = out << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0U);
    return out;
}

std::vector<Key> keys_in_order(std::vector<TermPostings>& lists) {
    std::vector<Key> keys;
    for (std::uint32_t list = 0; list < lists.size(); ++list) {
        for (std::uint32_t number = 0; number < lists[list].size(); ++number) {
            if (!lists[list].postings(number).empty())
                keys.push_back({first_bytes(lists[list].term(number)), list, number});
        }
    }
    std::ranges::sort(keys, [&](const Key& a, const Key& b) {
        return a.bytes != b.bytes ? a.bytes < b.bytes
                                  : lists[a.list].term(a.number) < lists[b.list].term(b.number);
    });
    return keys;
}

}  // namespace

std::uint32_t PostingWriter::number_of(const std::shared_ptr<const TermList>& list) {
    const auto known = std::ranges::find(lists_, list);
    const auto number = static_cast<std::uint32_t>(known - lists_.begin());
    if (known == lists_.end()) lists_.push_back(list);
    return number;
}

void PostingWriter::put(std::int64_t article, const ArticleTerms& terms) {
    if (removed_.erase(article) > 0) superseded_.push_back(article);
    put_.insert(article);
    articles_.push_back({static_cast<std::uint32_t>(article), number_of(terms.list), terms.terms});
    waiting_ += terms.terms.size();
}

void PostingWriter::remove(std::int64_t article) {
    // Within a segment an article stands once.
    if (put_.contains(article)) write();
    removed_.insert(article);
}

void PostingWriter::flush() {
    write();
    removed_.clear();
}

void PostingWriter::write() {
    if (articles_.empty()) return;
    guarded([&] { write_segment(); });
    lists_.clear();
    articles_.clear();
    waiting_ = 0;
    put_.clear();
    superseded_.clear();
}

void PostingWriter::write_segment() {
    std::vector<TermPostings> lists;
    for (const auto& list : lists_)
        lists.emplace_back(*list);
    for (const Waiting& waiting : articles_) {
        for (const ArticleTerms::Term& term : waiting.terms)
            lists[waiting.list].count(term);
    }
    for (TermPostings& list : lists)
        list.end_count();
    for (Waiting& waiting : articles_) {
        for (const ArticleTerms::Term& term : waiting.terms)
            lists[waiting.list].put(term, waiting.article);
        waiting.terms = {};  // not twice in memory
    }
    const std::int64_t segment = next_segment(connection_);
    SegmentWriter writer(connection_, segment);
    const std::vector<Key> keys = keys_in_order(lists);
    std::vector<TermPosting> several;
    for (auto at = keys.begin(); at != keys.end();) {
        const std::string& term = lists[at->list].term(at->number);
        std::span<TermPosting> postings = lists[at->list].postings(at->number);
        const auto is_next = [&](const Key& key) { return lists[key.list].term(key.number) != term; };
        const auto end = std::find_if(at + 1, keys.end(), is_next);
        if (end - at > 1) {
            several.clear();
            for (; at != end; ++at) {
                const auto own = lists[at->list].postings(at->number);
                several.insert(several.end(), own.begin(), own.end());
            }
            postings = several;
        }
        at = end;
        put_in_order(postings);
        writer.put(term, postings);
    }
    writer.finish();
    note_superseded(segment);
}

void PostingWriter::note_superseded(std::int64_t segment) {
    Statement forget(connection_.database(), "DELETE FROM posting_superseded WHERE article = ?");
    Statement note(connection_.database(), "INSERT INTO posting_superseded(article, before) VALUES (?, ?)");
    for (const std::int64_t article : superseded_) {
        forget.bind(article).run();
        note.bind(article, segment).run();
    }
}

}  // namespace newsarc::store
