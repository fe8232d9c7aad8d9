#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/sql/connection.hpp"

namespace newsarc::store {

/// Finds articles by what names them; keeps its statements prepared.
class KnownArticles {
public:
    explicit KnownArticles(const Connection& connection);
    ~KnownArticles();

    /// The id of the article with exactly this uid.
    std::optional<std::int64_t> with_uid(std::string_view uid);

    /// The id of the article with this key.
    std::optional<std::int64_t> with_key(std::string_view key);

    bool has_key(std::int64_t id);

    /// Gives a key to an article that has none.
    void give_key(std::int64_t id, std::string_view key);

    /// Takes away the key that an article has.
    void take_key(std::int64_t id);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// Gives an article another key, or takes its key away. No other article may have it.
void put_key(const Connection& connection, std::int64_t id, const std::optional<std::string>& key);

/// See Archive::resolve().
std::optional<std::int64_t> resolve(const Connection& connection, std::string_view id_or_uid);

/// An article whole; its links point at the articles that have their headlines, or their addresses for a key,
/// now.
std::optional<Article> find_article(const Connection& connection, std::int64_t id);

/// Calls `visit` for each of these articles that is there, until it returns false. No statement is
/// open while it runs, so that a visitor who waits, a pager for one, keeps no writer out.
void visit_articles(const Connection& connection, std::span<const std::int64_t> ids,
                    const std::function<bool(const Article&)>& visit);

std::int64_t count_articles(const Connection& connection);

}  // namespace newsarc::store
