#include "store/index/index.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include "store/duplicate/near_duplicates.hpp"
#include "store/index/lengths.hpp"
#include "store/posting/posting_writer.hpp"
#include "store/posting/postings.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

IndexedText indexed_text(const Analyses& analyses, ColumnReader& reader, const text::TextWords& headline,
                         const text::TextWords& body, const Article& article) {
    IndexedText out;
    out.further = analyses.further_text(headline, body, article);
    const auto view = [](const std::optional<std::string>& text) {
        return text ? std::string_view(*text) : std::string_view();
    };
    out.indexed = reader.read(
        {headline.text, body.text, view(out.further.headline_terms), view(out.further.body_terms)},
        out.further.analysis);
    return out;
}

void create_index(SQLite::Database& database) {
    database.exec(R"sql(
CREATE VIRTUAL TABLE article_fts USING fts5(
    headline, body, headline_terms, body_terms, content = 'article', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2');
-- What a transaction adds is written in one piece, up to this many bytes; pieces are merged by
-- eights. FTS5's own settings, 1 MB and fours, write everything twice as often.
INSERT INTO article_fts(article_fts, rank) VALUES ('hashsize', 67108864), ('automerge', 8);
)sql");
    create_lengths(database);
    database.exec(R"sql(
CREATE VIRTUAL TABLE article_vocabulary USING fts5vocab('article_fts', 'row');
CREATE TABLE common_word(
    stem TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE common_word_count(articles INTEGER NOT NULL) STRICT;
)sql");
    create_near_duplicates(database);
}

void create_index_of_format_3(SQLite::Database& database) {
    database.exec(R"sql(
DROP TABLE article_fts;
CREATE VIRTUAL TABLE article_fts USING fts5(
    headline, body, headline_terms, body_terms, content = 'article', content_rowid = 'id',
    tokenize = "porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'");
INSERT INTO article_fts(article_fts, rank) VALUES ('hashsize', 67108864), ('automerge', 8);
ALTER TABLE article_length ADD COLUMN analyses BLOB NOT NULL DEFAULT x'';
)sql");
}

void create_index_of_format_4(SQLite::Database& database) {
    database.exec("DROP TABLE common_word; DROP TABLE common_word_count");
    create_postings(database);
}

void create_index_of_format_6(SQLite::Database& database) {
    // Of what FTS5 gathers in memory it looks up each word that comes: more of it takes longer than the
    // merges that it saves.
    database.exec("INSERT INTO article_fts(article_fts, rank) VALUES ('hashsize', 16777216)");
    create_postings_of_format_6(database);
}

struct IndexWriter::Statements {
    explicit Statements(const Connection& connection)
        : put(connection.database(),
              "INSERT INTO article_fts(rowid, headline, body, headline_terms, body_terms) "
              "VALUES (?, ?, ?, ?, ?)"),
          remove(connection.database(),
                 "INSERT INTO article_fts(article_fts, rowid, headline, body, headline_terms, body_terms) "
                 "SELECT 'delete', id, headline, body, headline_terms, body_terms FROM article WHERE id = ?"),
          lengths(connection),
          postings(connection) {}

    Statement put;
    Statement remove;
    LengthWriter lengths;
    PostingWriter postings;
};

IndexWriter::IndexWriter(const Connection& connection)
    : connection_(connection),
      statements_(guarded([&] { return std::make_unique<Statements>(connection); })) {}

IndexWriter::~IndexWriter() = default;

void IndexWriter::put(std::int64_t id, const IndexedText& text) {
    const auto& columns = text.indexed.columns;
    guarded([&] {
        statements_->put
            .bind(id, Borrowed{columns[0]}, Borrowed{columns[1]}, Borrowed{columns[2]}, Borrowed{columns[3]})
            .run();
    });
    statements_->lengths.put(id, encode_length(text.further.length), text.further.analysis);
    statements_->postings.put(id, text.indexed.terms);
}

void IndexWriter::remove(std::int64_t id) {
    guarded([&] { statements_->remove.bind(id).run(); });
    statements_->lengths.put(id, 0, 0);
    statements_->postings.remove(id);
}

void IndexWriter::flush() {
    statements_->lengths.write();
    statements_->postings.flush();
    merge_postings(connection_, Merge::many);
}

void unindex_article(const Connection& connection, std::int64_t id) {
    IndexWriter index(connection);
    index.remove(id);
    index.flush();
}

void optimize_index(const Connection& connection) {
    guarded([&] { connection.database().exec("INSERT INTO article_fts(article_fts) VALUES ('optimize')"); });
    merge_postings(connection, Merge::all);
}

std::optional<std::string> check_index(const Connection& connection) {
    return guarded([&]() -> std::optional<std::string> {
        try {
            connection.database().exec(
                "INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)");
        } catch (const SQLite::Exception& exception) {
            return std::string("the full-text index does not agree with the articles: ") + exception.what();
        }
        Statement select(connection.database(), "SELECT count(*) FROM article");
        select.step();
        const auto articles = select.integer(0);
        std::int64_t lengths = 0;
        for (const std::uint8_t length : load_lengths(connection))
            lengths += length != 0 ? 1 : 0;
        if (lengths == articles) return std::nullopt;
        return "the lengths for ranking are of " + std::to_string(lengths) + " articles, not of " +
               std::to_string(articles);
    });
}

}  // namespace newsarc::store
