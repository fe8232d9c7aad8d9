#pragma once

#include <newsarc/change.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"

// What was removed and is not to come back with the next file or record that says the same. It is known by
// hashes alone, so that the memory of it holds no text of it; headline, key and path are kept beside them for
// people until the archive is compacted.

namespace newsarc::store {

/// What an article that is to be stored can have in common with one that was removed.
struct GivenArticle {
    std::string_view uid;
    std::optional<std::string_view> key = {};
    std::optional<std::string_view> file = {};  ///< its absolute path
    std::optional<std::string_view> headline_folded = {};
};

/// Remembers removed articles and knows them again; keeps its statements prepared. To be used inside a
/// transaction.
class RemovedArticles {
public:
    explicit RemovedArticles(const Connection& connection);
    ~RemovedArticles();

    /// Remembers an article by the uids of its texts, by its key, and by each of its files with its
    /// headlines: the same article with a few other words. To be called before it is removed; `moment` is
    /// ISO 8601 in UTC.
    void remember(std::int64_t article, std::string_view moment);

    /// Whether anything was removed at all; quick.
    bool any();

    /// The id that an article had which says the same, has the same key, or the headline in the same file.
    std::optional<std::int64_t> find(const GivenArticle& given);

    /// Lets an article that was removed be stored again.
    void forget(std::int64_t article);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// See Archive::removals().
std::vector<Removal> list_removed(const Connection& connection);

/// See Archive::forget_removals(). To be called inside a transaction.
std::size_t forget_removed(const Connection& connection, std::span<const std::int64_t> articles);

/// Leaves nothing but hashes of what was removed. To be called inside a transaction.
void forget_names_of_removed(const Connection& connection);

}  // namespace newsarc::store
