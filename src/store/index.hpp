#pragma once

#include <newsarc/article.hpp>

#include <cstdint>

#include "store/connection.hpp"

namespace newsarc::store {

/// Makes the full-text index of an empty archive. To be called inside a transaction.
void create_index(SQLite::Database& database);

/// Puts an article that has just been stored into the index. To be called in the transaction
/// that stored it: triggers cannot do this, for they may not write to FTS5 without a trusted schema.
void index_article(const Connection& connection, std::int64_t id, const Article& article);

}  // namespace newsarc::store
