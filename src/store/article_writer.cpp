#include "store/article_writer.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/statement.hpp"

namespace newsarc::store {
namespace {

using Text = std::optional<std::string>;

Text iso(const std::optional<DateTime>& moment) {
    if (!moment) return std::nullopt;
    return to_iso(*moment);
}

}  // namespace

struct ArticleWriter::Statements {
    explicit Statements(const SQLite::Database& database)
        : article(
              database,
              "INSERT INTO article(id, uid, key, headline, headline_folded, deck, credit, byline, dateline, "
              "dateline_place, dateline_date, dateline_agency, published, published_at, updated, language, "
              "words, headline_terms, body_terms, body, path, original, original_offset, original_length, "
              "added) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
              "ON CONFLICT (id) DO UPDATE SET uid = excluded.uid, headline = excluded.headline, "
              "headline_folded = excluded.headline_folded, deck = excluded.deck, credit = excluded.credit, "
              "byline = excluded.byline, dateline = excluded.dateline, "
              "dateline_place = excluded.dateline_place, dateline_date = excluded.dateline_date, "
              "dateline_agency = excluded.dateline_agency, published = excluded.published, "
              "published_at = excluded.published_at, updated = excluded.updated, "
              "language = excluded.language, words = excluded.words, "
              "headline_terms = excluded.headline_terms, body_terms = excluded.body_terms, "
              "body = excluded.body, path = excluded.path RETURNING id"),
          link(database,
               "INSERT INTO link(article, position, kind, label, url, title, title_folded, host) "
               "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
          note(database, "INSERT INTO note(article, position, kind, text) VALUES (?, ?, ?, ?)"),
          tag(database, "INSERT OR IGNORE INTO tag(article, name) VALUES (?, ?)"),
          warning(database, "INSERT INTO warning(article, position, text) VALUES (?, ?, ?)"),
          remove_links(database, "DELETE FROM link WHERE article = ?"),
          remove_notes(database, "DELETE FROM note WHERE article = ?"),
          remove_warnings(database, "DELETE FROM warning WHERE article = ?") {}

    std::int64_t write_article(const std::optional<std::int64_t>& known, const PreparedArticle& prepared,
                               const std::optional<Origin>& origin) {
        const Article& from = prepared.article;
        const IndexedText& text = prepared.text;
        const Dateline dateline = from.dateline.value_or(Dateline{});
        const Text dateline_text = from.dateline ? Text(dateline.text) : std::nullopt;
        std::optional<std::int64_t> published_at, original, offset, length;
        if (from.published) published_at = to_unix_seconds(*from.published);
        if (origin) {
            original = origin->original;
            offset = static_cast<std::int64_t>(origin->offset);
            length = static_cast<std::int64_t>(origin->length);
        }
        article.bind(known, from.uid, from.key, from.headline, prepared.headline_folded, from.deck,
                     from.credit, from.byline, dateline_text, dateline.place, dateline.date, dateline.agency,
                     iso(from.published), published_at, iso(from.updated), from.language, from.words,
                     text.further.headline_terms, text.further.body_terms, Borrowed{from.body}, from.path,
                     original, offset, length, from.added.value_or(""));
        article.step();
        const std::int64_t id = article.integer(0);
        article.reset();
        return id;
    }

    void insert_parts(std::int64_t id, const Article& from) {
        std::int64_t position = 0;
        for (const Link& each : from.links) {
            const Text title = each.kind == LinkKind::related ? folded(each.title) : std::nullopt;
            link.bind(id, position++, to_string(each.kind), each.label, each.url, each.title, title,
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
    }

    /// Tags stay: they are the reader's, not the text's.
    void remove_parts(std::int64_t id) {
        remove_links.bind(id).run();
        remove_notes.bind(id).run();
        remove_warnings.bind(id).run();
    }

    Statement article;
    Statement link;
    Statement note;
    Statement tag;
    Statement warning;
    Statement remove_links;
    Statement remove_notes;
    Statement remove_warnings;
};

ArticleWriter::ArticleWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })),
      index_(connection),
      near_duplicates_(connection) {}

ArticleWriter::~ArticleWriter() = default;

Comparison ArticleWriter::compare(const PreparedArticle& prepared) {
    return near_duplicates_.compare(prepared.sketched);
}

std::int64_t ArticleWriter::insert(const PreparedArticle& prepared, const std::optional<Origin>& origin,
                                   const Comparison& comparison) {
    return guarded([&] {
        const std::int64_t id = statements_->write_article(std::nullopt, prepared, origin);
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
        statements_->write_article(id, prepared, std::nullopt);
        statements_->insert_parts(id, prepared.article);
        index_.put(id, prepared.text);
        near_duplicates_.put(id, compare(prepared));
    });
}

void ArticleWriter::flush() {
    index_.flush();
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
