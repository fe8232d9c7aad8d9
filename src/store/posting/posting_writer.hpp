#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <unordered_set>
#include <vector>

#include "store/index/article_terms.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Adds articles to the index of postings.hpp, in a segment of their own. To be used inside a transaction.
class PostingWriter {
public:
    explicit PostingWriter(const Connection& connection) : connection_(connection) {}

    /// Puts an article in. Before an article comes again, it is removed.
    void put(std::int64_t article, const ArticleTerms& terms);

    /// Notes that what the index has of an article does not count any more.
    void remove(std::int64_t article);

    /// Writes the segment. To be called before the transaction is committed.
    void flush();

    /// Postings that wait to be written.
    [[nodiscard]] std::size_t waiting() const { return waiting_; }

private:
    struct Waiting {
        std::uint32_t article = 0;
        std::uint32_t list = 0;  ///< among lists_
        std::vector<ArticleTerms::Term> terms;
    };

    std::uint32_t number_of(const std::shared_ptr<const TermList>& list);
    void write();
    void write_segment();
    void note_superseded(std::int64_t segment);

    const Connection& connection_;
    std::vector<std::shared_ptr<const TermList>> lists_;  ///< that number the terms of those that wait
    std::vector<Waiting> articles_;
    std::size_t waiting_ = 0;
    std::unordered_set<std::int64_t> put_;  ///< articles that wait
    std::unordered_set<std::int64_t> removed_;
    std::vector<std::int64_t> superseded_;  ///< of these articles, those that came again
};

}  // namespace newsarc::store
