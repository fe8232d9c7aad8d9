#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/change.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"

// What articles said before they were changed. Only the newest text is indexed.

namespace newsarc::store {

/// Keeps former versions; keeps its statement prepared. To be used inside a transaction.
class VersionWriter {
public:
    explicit VersionWriter(const Connection& connection);
    ~VersionWriter();

    /// Keeps what an article says now, with its place in the stored file. To be called before the article
    /// is changed; `moment` is when, ISO 8601 in UTC.
    void keep(std::int64_t article, std::string_view moment);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// The versions of an article, the oldest first, the newest among them; none when there is no such article.
std::vector<Version> list_versions(const Connection& connection, std::int64_t article);

/// The article as it was in a version. Key, tags and `added` are those it has now, and its links point at
/// no articles.
std::optional<Article> find_version(const Connection& connection, std::int64_t article, std::int64_t number);

/// The stored file that a version came from.
std::optional<Source> get_original_of_version(const Connection& connection, std::int64_t article,
                                              std::int64_t number);

}  // namespace newsarc::store
