#include "store/index.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include "store/lengths.hpp"
#include "store/near_duplicates.hpp"
#include "store/statement.hpp"
#include "store/vocabulary.hpp"
#include "text/words.hpp"

namespace newsarc::store {
namespace {

std::optional<std::string> not_empty(std::string text) {
    if (text.empty()) return std::nullopt;
    return text;
}

}  // namespace

IndexedText indexed_text(const std::optional<std::string>& headline, const std::string& body) {
    IndexedText out;
    out.headline = headline.value_or("");
    out.body = body;
    const auto headline_words = text::words(out.headline);
    const auto body_words = text::words(out.body);
    out.headline_terms = not_empty(text::further_terms(out.headline, headline_words));
    out.body_terms = not_empty(text::further_terms(out.body, body_words));
    out.length = text::count_terms(out.headline, headline_words) + text::count_terms(out.body, body_words);
    return out;
}

void create_index(SQLite::Database& database) {
    database.exec(R"sql(
CREATE VIRTUAL TABLE article_fts USING fts5(
    headline, body, headline_terms, body_terms, content = 'article', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2')
)sql");
    create_lengths(database);
    create_vocabulary(database);
    create_near_duplicates(database);
}

void index_article(const Connection& connection, std::int64_t id, const IndexedText& text) {
    guarded([&] {
        Statement(connection.database(),
                  "INSERT INTO article_fts(rowid, headline, body, headline_terms, body_terms) "
                  "VALUES (?, ?, ?, ?, ?)")
            .bind(id, text.headline, text.body, text.headline_terms, text.body_terms)
            .run();
    });
    put_length(connection, id, encode_length(text.length));
}

void unindex_article(const Connection& connection, std::int64_t id) {
    guarded([&] {
        Statement(connection.database(),
                  "INSERT INTO article_fts(article_fts, rowid, headline, body, headline_terms, body_terms) "
                  "SELECT 'delete', id, headline, body, headline_terms, body_terms FROM article WHERE id = ?")
            .bind(id)
            .run();
    });
    put_length(connection, id, 0);
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
