#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "store/connection.hpp"
#include "store/near_duplicates.hpp"

namespace newsarc::store {

/// The stored file that an article was read from, and where in it the article stands.
struct Origin {
    std::int64_t original = 0;  ///< as put_original() returned it
    std::size_t offset = 0;     ///< bytes
    std::size_t length = 0;     ///< bytes
};

/// Stores articles; keeps its statements prepared. The connection must outlive it.
class ArticleWriter {
public:
    explicit ArticleWriter(const Connection& connection);
    ~ArticleWriter();

    /// Stores an article with its links, notes, tags and warnings, and puts it into the index.
    /// Its uid must be set and not be in the archive yet. Returns the new id.
    /// To be called inside a transaction.
    std::int64_t insert(const Article& article, const std::optional<Origin>& origin);

    /// What an article that is not in the archive resembles there.
    [[nodiscard]] Comparison compare(const Article& article);

    /// insert() for an article that compare() has seen, with nothing stored since.
    std::int64_t insert(const Article& article, const std::optional<Origin>& origin,
                        const Comparison& comparison);

    /// Puts other content in the place of an article that is there: it keeps its id, key, tags, the
    /// moment it was added and its original. The uid must be set and belong to no other article.
    /// To be called inside a transaction.
    void update(std::int64_t id, const Article& article);

private:
    struct Statements;
    const Connection& connection_;
    std::unique_ptr<Statements> statements_;
    NearDuplicates near_duplicates_;
};

}  // namespace newsarc::store
