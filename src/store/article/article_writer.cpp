#include "store/article/article_writer.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/index/lengths.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

using Text = std::optional<std::string>;

Text iso(const std::optional<DateTime>& moment) {
    if (!moment) return std::nullopt;
    return to_iso(*moment);
}

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
          insert(
              archive,
              "INSERT INTO article(uid, headline, headline_folded, deck, credit, byline, dateline, "
              "dateline_place, dateline_date, dateline_agency, published, published_at, updated, language, "
              "words, headline_terms, body_terms, body, path, url, key, original, original_offset, "
              "original_length, added) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
          update(archive,
                 "UPDATE article SET uid = ?, headline = ?, headline_folded = ?, deck = ?, credit = ?, "
                 "byline = ?, dateline = ?, dateline_place = ?, dateline_date = ?, dateline_agency = ?, "
                 "published = ?, published_at = ?, updated = ?, language = ?, words = ?, headline_terms = ?, "
                 "body_terms = ?, body = ?, path = ?, url = ? WHERE id = ?"),
          link(archive,
               "INSERT INTO link(article, position, kind, label, url, title, title_folded, host) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
          note(archive, "INSERT INTO note(article, position, kind, text) VALUES (?, ?, ?, ?)"),
          author(
              archive,
              "INSERT INTO author(article, position, name, role, place, outlet) VALUES (?, ?, ?, ?, ?, ?)"),
          title(archive, "INSERT INTO title(article, position, text) VALUES (?, ?, ?)"),
          extra(archive, "INSERT INTO extra(article, name, text) VALUES (?, ?, ?)"),
          tag(archive, "INSERT OR IGNORE INTO tag(article, name) VALUES (?, ?)"),
          warning(archive, "INSERT INTO warning(article, position, text) VALUES (?, ?, ?)"),
          remove_links(archive, "DELETE FROM link WHERE article = ?"),
          remove_notes(archive, "DELETE FROM note WHERE article = ?"),
          remove_warnings(archive, "DELETE FROM warning WHERE article = ?"),
          remove_authors(archive, "DELETE FROM author WHERE article = ?"),
          remove_titles(archive, "DELETE FROM title WHERE article = ?"),
          remove_extra(archive, "DELETE FROM extra WHERE article = ?") {}

    std::int64_t insert_article(const PreparedArticle& prepared, const std::optional<Origin>& origin) {
        const Article& from = prepared.article;
        std::optional<std::int64_t> original, offset, length;
        if (origin) {
            original = origin->original;
            offset = static_cast<std::int64_t>(origin->offset);
            length = static_cast<std::int64_t>(origin->length);
        }
        bind_text(insert, prepared, from.key, original, offset, length, from.added.value_or("")).run();
        return database.getLastInsertRowid();
    }

    void update_article(std::int64_t id, const PreparedArticle& prepared) {
        bind_text(update, prepared, id).run();
    }

    /// Binds what an article says, in the order of the columns, and then `more`.
    template <typename... More>
    static Statement& bind_text(Statement& statement, const PreparedArticle& prepared, const More&... more) {
        const Article& from = prepared.article;
        const FurtherText& further = prepared.text.further;
        const Dateline dateline = from.dateline.value_or(Dateline{});
        const Text dateline_text = from.dateline ? Text(dateline.text) : std::nullopt;
        std::optional<std::int64_t> published_at;
        if (from.published) published_at = to_unix_seconds(*from.published);
        return statement.bind(from.uid, from.headline, prepared.headline_folded, from.deck, from.credit,
                              from.byline, dateline_text, dateline.place, dateline.date, dateline.agency,
                              iso(from.published), published_at, iso(from.updated), from.language, from.words,
                              further.headline_terms, further.body_terms, Borrowed{from.body}, from.path,
                              from.url, more...);
    }

    void insert_parts(std::int64_t id, const Article& from) {
        std::int64_t position = 0;
        for (const Link& each : from.links) {
            const Text related = each.kind == LinkKind::related ? folded(each.title) : std::nullopt;
            link.bind(id, position++, to_string(each.kind), each.label, each.url, each.title, related,
                      each.host)
                .run();
        }
        position = 0;
        for (const Note& each : from.notes)
            note.bind(id, position++, to_string(each.kind), each.text).run();
        for (const std::string& each : from.tags)
            tag.bind(id, each).run();
        position = 0;
        for (const std::string& each : from.warnings)
            warning.bind(id, position++, each).run();
        position = 0;
        for (const Author& each : from.authors)
            author.bind(id, position++, each.name, each.role, each.place, each.outlet).run();
        position = 0;
        for (const std::string& each : from.titles)
            title.bind(id, position++, each).run();
        for (const auto& [name, text] : from.extra)
            extra.bind(id, name, text).run();
    }

    /// Tags stay: they are the reader's, not the text's.
    void remove_parts(std::int64_t id) {
        remove_links.bind(id).run();
        remove_notes.bind(id).run();
        remove_warnings.bind(id).run();
        remove_authors.bind(id).run();
        remove_titles.bind(id).run();
        remove_extra.bind(id).run();
    }

    const SQLite::Database& database;
    Statement insert;
    Statement update;
    Statement link;
    Statement note;
    Statement author;
    Statement title;
    Statement extra;
    Statement tag;
    Statement warning;
    Statement remove_links;
    Statement remove_notes;
    Statement remove_warnings;
    Statement remove_authors;
    Statement remove_titles;
    Statement remove_extra;
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
        statements_->insert_parts(id, prepared.article);
        index_.put(id, prepared.text);
        near_duplicates_.put(id, comparison);
        return id;
    });
}

void ArticleWriter::update(std::int64_t id, const PreparedArticle& prepared) {
    guarded([&] {
        index_.remove(id);
        near_duplicates_.remove(id);
        statements_->remove_parts(id);
        statements_->update_article(id, prepared);
        statements_->insert_parts(id, prepared.article);
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
