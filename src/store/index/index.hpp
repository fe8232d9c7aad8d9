#pragma once

#include <newsarc/article.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "store/index/analyses.hpp"
#include "store/index/article_terms.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::store {

/// What is indexed of an article.
struct IndexedText {
    FurtherText further;
    IndexedColumns indexed;
};

/// Of an article and the words of its headline and body. May run on several threads at once, each with
/// analyses and a reader of its own.
IndexedText indexed_text(const Analyses& analyses, ColumnReader& reader, const text::TextWords& headline,
                         const text::TextWords& body, const Article& article);

/// Makes the full-text index of an empty archive of format 1. To be called inside a transaction.
void create_index(SQLite::Database& database);

/// Brings it to format 3, without what is in it. To be called inside a transaction.
void create_index_of_format_3(SQLite::Database& database);

/// Likewise to format 4.
void create_index_of_format_4(SQLite::Database& database);

/// Likewise to format 6, without what is in newsarc's own.
void create_index_of_format_6(SQLite::Database& database);

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
    const Connection& connection_;
    std::unique_ptr<Statements> statements_;
};

/// Takes one article out of the index, as IndexWriter does.
void unindex_article(const Connection& connection, std::int64_t id);

/// Merges the index into one piece, which makes searching as fast as it can be.
void optimize_index(const Connection& connection);

/// Empty when the index agrees with the articles, word for word; otherwise what is wrong.
std::optional<std::string> check_index(const Connection& connection);

}  // namespace newsarc::store
