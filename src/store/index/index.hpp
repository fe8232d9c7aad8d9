#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/index/fulltext.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::store {

/// The columns of the full-text index, in order.
enum class Column { headline, body, headline_terms, body_terms };

/// The terms of an article that the stock tokenizer would not find in its texts (text/words.hpp);
/// the article table holds them too.
struct FurtherText {
    std::optional<std::string> headline_terms;
    std::optional<std::string> body_terms;
    std::size_t length = 0;  ///< words and pairs of characters in headline and body, for ranking
};

FurtherText further_text(const std::optional<std::string>& headline, const std::string& body);

/// Other titles of an article are found as its headline is: their words are put to its terms.
void add_titles(FurtherText& text, const std::vector<std::string>& titles);

/// What is indexed of an article.
struct IndexedText {
    std::string headline;  ///< stemmed_text()
    std::string body;      ///< likewise
    FurtherText further;
};

/// May run on several threads at once, each with a tokenizer of its own.
IndexedText indexed_text(const Tokenizer& tokenizer, const std::optional<std::string>& headline,
                         const std::string& body);

/// Makes the full-text index of an empty archive. To be called inside a transaction.
void create_index(SQLite::Database& database);

/// Keeps the index in step with the articles; keeps its statements prepared. To be used in the
/// transaction that changes the articles: triggers cannot do this, for they may not write to FTS5
/// without a trusted schema.
class IndexWriter {
public:
    explicit IndexWriter(const Connection& connection);
    ~IndexWriter();

    /// Puts an article that has just been stored into the index.
    void put(std::int64_t id, const IndexedText& text);

    /// Takes an article out. To be called while its row is still as it was indexed.
    void remove(std::int64_t id);

    /// Writes what is still in memory. To be called before the transaction is committed.
    void flush();

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

/// Takes one article out of the index, as IndexWriter does.
void unindex_article(const Connection& connection, std::int64_t id);

/// Merges the index into one piece, which makes searching as fast as it can be, and counts the
/// vocabulary anew.
void optimize_index(const Connection& connection);

/// Empty when the index agrees with the articles, word for word; otherwise what is wrong.
std::optional<std::string> check_index(const Connection& connection);

}  // namespace newsarc::store
