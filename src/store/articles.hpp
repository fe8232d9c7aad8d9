#pragma once

#include <newsarc/article.hpp>
#include <newsarc/list.hpp>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "store/connection.hpp"

namespace newsarc::store {

/// The id of the article with exactly this uid.
std::optional<std::int64_t> id_of_uid(const Connection& connection, std::string_view uid);

/// The id of the article with this key.
std::optional<std::int64_t> id_of_key(const Connection& connection, std::string_view key);

/// Gives a key to an article that has none.
void set_key(const Connection& connection, std::int64_t id, std::string_view key);

/// Gives an article another key, or takes its key away. No other article may have it.
void put_key(const Connection& connection, std::int64_t id, const std::optional<std::string>& key);

/// See Archive::resolve().
std::optional<std::int64_t> resolve(const Connection& connection, std::string_view id_or_uid);

/// An article whole; its related links point at the articles that have their headlines now.
std::optional<Article> find_article(const Connection& connection, std::int64_t id);

/// See Archive::list().
void list_articles(const Connection& connection, const ListRequest& request,
                   const std::function<bool(const Article&)>& visit);

/// See Archive::visit().
void visit_articles(const Connection& connection, std::span<const std::int64_t> ids,
                    const std::function<bool(const Article&)>& visit);

std::int64_t count_articles(const Connection& connection);

}  // namespace newsarc::store
