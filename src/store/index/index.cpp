#include "store/index/index.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include "store/duplicate/near_duplicates.hpp"
#include "store/index/lengths.hpp"
#include "store/index/stemmed_text.hpp"
#include "store/index/vocabulary.hpp"
#include "store/sql/statement.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::store {
namespace {

std::optional<std::string> not_empty(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace

FurtherText further_text(const std::optional<std::string>& headline, const std::string& body) {
    const std::string_view top = headline ? std::string_view(*headline) : std::string_view();
    const auto headline_words = text::words(top);
    const auto body_words = text::words(body);
    FurtherText out;
    out.headline_terms = not_empty(text::further_terms(top, headline_words));
    out.body_terms = not_empty(text::further_terms(body, body_words));
    out.length = text::count_terms(top, headline_words) + text::count_terms(body, body_words);
    return out;
}

void add_titles(FurtherText& text, const std::vector<std::string>& titles) {
    std::string terms = text.headline_terms.value_or("");
    for (const std::string& title : titles) {
        for (const std::string& part : {title, text::further_terms(title, text::words(title))}) {
            if (!part.empty()) terms += (terms.empty() ? "" : " ") + part;
        }
    }
    text.headline_terms = not_empty(std::move(terms));
}

IndexedText indexed_text(const Tokenizer& tokenizer, const std::optional<std::string>& headline,
                         const std::string& body) {
    return {headline ? stemmed_text(tokenizer, *headline) : std::string(), stemmed_text(tokenizer, body),
            further_text(headline, body)};
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
    create_vocabulary(database);
    create_near_duplicates(database);
}

struct IndexWriter::Statements {
    explicit Statements(const Connection& connection)
        : put(connection.database(),
              "INSERT INTO article_fts(rowid, headline, body, headline_terms, body_terms) "
              "VALUES (?, ?, ?, ?, ?)"),
          remove(connection.database(),
                 "INSERT INTO article_fts(article_fts, rowid, headline, body, headline_terms, body_terms) "
                 "SELECT 'delete', id, headline, body, headline_terms, body_terms FROM article WHERE id = ?"),
          lengths(connection) {}

    Statement put;
    Statement remove;
    LengthWriter lengths;
};

IndexWriter::IndexWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection); })) {}

IndexWriter::~IndexWriter() = default;

void IndexWriter::put(std::int64_t id, const IndexedText& text) {
    guarded([&] {
        statements_->put
            .bind(id, Borrowed{text.headline}, Borrowed{text.body}, text.further.headline_terms,
                  text.further.body_terms)
            .run();
    });
    statements_->lengths.put(id, encode_length(text.further.length));
}

void IndexWriter::remove(std::int64_t id) {
    guarded([&] { statements_->remove.bind(id).run(); });
    statements_->lengths.put(id, 0);
}

void IndexWriter::flush() {
    statements_->lengths.write();
}

void unindex_article(const Connection& connection, std::int64_t id) {
    IndexWriter index(connection);
    index.remove(id);
    index.flush();
}

void optimize_index(const Connection& connection) {
    guarded([&] { connection.database().exec("INSERT INTO article_fts(article_fts) VALUES ('optimize')"); });
    count_vocabulary(connection);
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
