#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/sql/connection.hpp"

// Columns that are made from others of the same article, for look-ups and ranking.

namespace newsarc::store {

struct Derived {
    std::optional<std::string> headline_folded;
    std::optional<std::int64_t> published_at;
    std::optional<std::string> headline_terms;
    std::optional<std::string> body_terms;
    std::vector<std::optional<std::string>> titles_folded;  ///< one a link
    std::size_t length = 0;                                 ///< in words, for ranking
};

/// The moment that an article is sorted and filtered by: the first second of its date as people read it, its
/// offset left aside; that of the last change where nothing else is known. In Unix seconds.
std::optional<std::int64_t> date_of(const std::optional<DateTime>& published,
                                    const std::optional<DateTime>& updated);

/// What the columns of an article are to hold.
Derived derive(const Article& article);

/// What they do hold.
class StoredDerived {
public:
    explicit StoredDerived(const Connection& connection);
    ~StoredDerived();

    /// The names of the columns that hold something else, such as `link.title_folded`.
    [[nodiscard]] std::vector<std::string> differing(std::int64_t id, const Derived& wanted);

    /// Writes the columns anew, the index and the length aside. To be called inside a transaction.
    void write(std::int64_t id, const Derived& wanted);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace newsarc::store
