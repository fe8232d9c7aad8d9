#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <memory>
#include <optional>

#include "store/article/prepared_article.hpp"
#include "store/duplicate/near_duplicates.hpp"
#include "store/index/index.hpp"
#include "store/original/passages.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Stores articles; keeps its statements prepared. The connection must outlive it. To be used inside
/// a transaction, with flush() before it is committed.
class ArticleWriter {
public:
    explicit ArticleWriter(const Connection& connection);
    ~ArticleWriter();

    /// Stores an article with its links, notes, tags and warnings, and puts it into the index.
    /// Its uid must not be in the archive yet; `comparison` is what compare() found, with nothing
    /// stored since. Returns the new id.
    std::int64_t insert(const PreparedArticle& prepared, const std::optional<Origin>& origin,
                        const Comparison& comparison);

    /// What an article that is not in the archive resembles there.
    [[nodiscard]] Comparison compare(const PreparedArticle& prepared);

    /// Puts other content in the place of an article that is there: it keeps its id, key, tags, the
    /// moment it was added and its original. The uid must belong to no other article. What it said
    /// before is gone unless a VersionWriter kept it.
    void update(std::int64_t id, const PreparedArticle& prepared);

    /// Writes what is still in memory.
    void flush();

    /// For one article: prepares it, stores it and flushes.
    std::int64_t insert(const Article& article, const std::optional<Origin>& origin);
    void update(std::int64_t id, const Article& article);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
    IndexWriter index_;
    NearDuplicates near_duplicates_;
    Preparer preparer_;
};

}  // namespace newsarc::store
