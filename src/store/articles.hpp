#pragma once

#include <newsarc/article.hpp>
#include <newsarc/list.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "store/connection.hpp"

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

    /// Gives a key to an article that has none.
    void give_key(std::int64_t id, std::string_view key);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// See Archive::resolve().
std::optional<std::int64_t> resolve(const Connection& connection, std::string_view id_or_uid);

/// An article whole; its related links point at the articles that have their headlines now.
std::optional<Article> find_article(const Connection& connection, std::int64_t id);

/// See Archive::list().
void list_articles(const Connection& connection, const ListRequest& request,
                   const std::function<bool(const Article&)>& visit);

std::int64_t count_articles(const Connection& connection);

}  // namespace newsarc::store
