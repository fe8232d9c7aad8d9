#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include "store/connection.hpp"

namespace newsarc::store {

/// The columns of the full-text index, in order.
enum class Column { headline, body, headline_terms, body_terms };

/// What is indexed of an article: its texts, and the terms that the stock tokenizer would not
/// find in them (text/words.hpp), which the article table holds too.
struct IndexedText {
    std::string headline;
    std::string body;
    std::optional<std::string> headline_terms;
    std::optional<std::string> body_terms;
    std::size_t length = 0;  ///< words of all, for ranking
};

IndexedText indexed_text(const std::optional<std::string>& headline, const std::string& body);

/// Makes the full-text index of an empty archive. To be called inside a transaction.
void create_index(SQLite::Database& database);

/// Puts an article that has just been stored into the index. To be called in the transaction
/// that stored it: triggers cannot do this, for they may not write to FTS5 without a trusted schema.
void index_article(const Connection& connection, std::int64_t id, const IndexedText& text);

/// Takes an article out of the index. To be called while its row is still as it was indexed, in
/// the transaction that changes or removes it.
void unindex_article(const Connection& connection, std::int64_t id);

/// Merges the index into one piece, which makes searching as fast as it can be, and counts the
/// vocabulary anew.
void optimize_index(const Connection& connection);

/// Empty when the index agrees with the articles, word for word; otherwise what is wrong.
std::optional<std::string> check_index(const Connection& connection);

}  // namespace newsarc::store
