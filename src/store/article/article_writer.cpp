#include "store/article/article_writer.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/article/columns.hpp"
#include "store/article/derived.hpp"
#include "store/article/lists.hpp"
#include "store/index/lengths.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// What is stored with the fields of an article and made from them.
constexpr std::string_view derived = "headline_folded, published_at, headline_terms, body_terms";

/// SQLite tells that no id is left as it tells a full disk.
void require_free_ids(const Connection& connection) {
    Statement select(connection.database(),
                     "SELECT 1 FROM sqlite_sequence WHERE name = 'article' AND seq >= ?");
    if (!select.bind(greatest_id).step()) return;
    throw Error(
        ErrorCode::archive_damaged,
        "the archive is damaged: the greatest id that an article had (sqlite_sequence) is beyond all ids",
        "newsarc check --repair sets it right");
}

}  // namespace

struct ArticleWriter::Statements {
    // INSERT and UPDATE apart, and the id from the connection: SQLite sets a savepoint for a statement
    // with ON CONFLICT or RETURNING, at which FTS5 writes out all that it gathers in memory.
    explicit Statements(const SQLite::Database& archive)
        : database(archive),
          insert(archive, insert_sql()),
          update(archive, "UPDATE article SET " + names_of(version_columns(), " = ?") +
                              ", headline_folded = ?, published_at = ?, headline_terms = ?, body_terms = ? "
                              "WHERE id = ?"),
          lists(archive) {}

    static std::string insert_sql() {
        std::string marks = "?, ?, ?, ?, ?, ?, ?";
        for (std::size_t i = 0; i < article_columns().size(); ++i)
            marks += ", ?";
        return "INSERT INTO article(" + names_of(article_columns()) + ", " + std::string(derived) +
               ", original, original_offset, original_length) VALUES (" + marks + ")";
    }

    std::int64_t insert_article(const PreparedArticle& prepared, const std::optional<Origin>& origin) {
        std::optional<std::int64_t> original, offset, length;
        if (origin) {
            original = origin->original;
            offset = static_cast<std::int64_t>(origin->offset);
            length = static_cast<std::int64_t>(origin->length);
        }
        bind(insert, article_columns(), prepared).next(original).next(offset).next(length).run();
        const std::int64_t id = database.getLastInsertRowid();
        lists.put(id, prepared.article);
        return id;
    }

    /// Tags stay: they are the reader's, not the text's.
    void update_article(std::int64_t id, const PreparedArticle& prepared) {
        lists.remove(id);
        bind(update, version_columns(), prepared).next(id).run();
        lists.put(id, prepared.article);
    }

    /// Binds the fields of an article and what is derived from them.
    static Statement& bind(Statement& statement, const Fields& columns, const PreparedArticle& prepared) {
        const Article& from = prepared.article;
        const FurtherText& further = prepared.text.further;
        statement.bind();
        bind_columns(statement, columns, from);
        return statement.next(prepared.headline_folded)
            .next(date_of(from.published, from.updated))
            .next(further.headline_terms)
            .next(further.body_terms);
    }

    const SQLite::Database& database;
    Statement insert;
    Statement update;
    ListWriter lists;
};

ArticleWriter::ArticleWriter(const Connection& connection)
    : statements_(guarded([&] {
          require_free_ids(connection);
          return std::make_unique<Statements>(connection.database());
      })),
      index_(connection),
      near_duplicates_(connection) {}

ArticleWriter::~ArticleWriter() = default;

Comparison ArticleWriter::compare(const PreparedArticle& prepared) {
    const Article& article = prepared.article;
    return near_duplicates_.compare(
        prepared.sketched, article.headline ? std::string_view(*article.headline) : std::string_view(),
        article.body);
}

std::int64_t ArticleWriter::insert(const PreparedArticle& prepared, const std::optional<Origin>& origin,
                                   const Comparison& comparison) {
    return guarded([&] {
        const std::int64_t id = statements_->insert_article(prepared, origin);
        index_.put(id, prepared.text);
        near_duplicates_.put(id, comparison);
        return id;
    });
}

void ArticleWriter::update(std::int64_t id, const PreparedArticle& prepared) {
    guarded([&] {
        index_.remove(id);
        near_duplicates_.remove(id);
        statements_->update_article(id, prepared);
        index_.put(id, prepared.text);
        near_duplicates_.put(id, compare(prepared));
    });
}

void ArticleWriter::flush() {
    index_.flush();
    near_duplicates_.flush();
}

std::int64_t ArticleWriter::insert(const Article& article, const std::optional<Origin>& origin) {
    const PreparedArticle prepared = preparer_.prepare(article);
    const std::int64_t id = insert(prepared, origin, compare(prepared));
    flush();
    return id;
}

void ArticleWriter::update(std::int64_t id, const Article& article) {
    update(id, preparer_.prepare(article));
    flush();
}

}  // namespace newsarc::store
