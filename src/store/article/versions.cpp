#include "store/article/versions.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include "store/article/articles.hpp"
#include "store/original/originals.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

using Text = std::optional<std::string>;

std::optional<DateTime> moment_of(const Text& stored) {
    return stored ? from_iso(*stored) : std::nullopt;
}

void read_row(const Statement& row, Article& out) {
    int column = 0;
    const auto next = [&] { return row.optional_text(column++); };
    out.uid = row.text(column++);
    out.headline = next();
    out.deck = next();
    out.credit = next();
    out.byline = next();
    const Text dateline = next();
    const Text place = next();
    const Text date = next();
    const Text agency = next();
    out.dateline.reset();
    if (dateline) out.dateline = Dateline{*dateline, place, date, agency};
    out.published = moment_of(next());
    out.updated = moment_of(next());
    out.language = next();
    out.words = row.integer(column++);
    out.body = row.text(column++);
    out.path = next();
    out.url = next();
}

/// A statement about one version, whose parameters are the article and the number.
Statement about(const Connection& connection, const std::string& sql, std::int64_t article,
                std::int64_t number) {
    Statement out(connection.database(), sql.c_str());
    out.bind(article, number);
    return out;
}

[[noreturn]] void fail(const std::string& column) {
    throw Error(ErrorCode::archive_damaged, "its " + column + " cannot be read",
                "restore the archive from a backup; newsarc check tells what else is damaged");
}

/// Calls `each` for what a column of JSON lists; the values are from the third column of the row on.
template <typename Each>
void read_list(const Connection& connection, std::int64_t article, std::int64_t number,
               const std::string& column, const std::string& type, const std::string& values,
               const Each& each) {
    Statement rows = about(connection,
                           "SELECT json_type(version." + column + "), part.type" + values +
                               " FROM version LEFT JOIN json_each(version." + column +
                               ") AS part WHERE article = ? AND number = ? ORDER BY part.key",
                           article, number);
    while (rows.step()) {
        if (rows.text(0) != (column == "extra" ? "object" : "array")) fail(column);
        if (rows.is_null(1)) continue;
        if (rows.text(1) != type) fail(column);
        each(rows);
    }
}

void read_parts(const Connection& connection, std::int64_t article, std::int64_t number, Article& out) {
    out.links.clear();
    read_list(
        connection, article, number, "links", "object",
        ", part.value ->> 'kind', part.value ->> 'label', part.value ->> 'url', part.value ->> 'title', "
        "part.value ->> 'host'",
        [&](const Statement& row) {
            Link& link = out.links.emplace_back();
            link.kind = link_kind_from_string(row.text(2)).value_or(LinkKind::body);
            link.label = row.optional_text(3);
            link.url = row.optional_text(4);
            link.title = row.optional_text(5);
            link.host = row.optional_text(6);
        });
    out.notes.clear();
    read_list(
        connection, article, number, "notes", "object", ", part.value ->> 'kind', part.value ->> 'text'",
        [&](const Statement& row) {
            out.notes.push_back({note_kind_from_string(row.text(2)).value_or(NoteKind::other), row.text(3)});
        });
    out.warnings.clear();
    read_list(connection, article, number, "warnings", "text", ", part.value",
              [&](const Statement& row) { out.warnings.push_back(row.text(2)); });
    out.authors.clear();
    read_list(
        connection, article, number, "authors", "object",
        ", part.value ->> 'name', part.value ->> 'role', part.value ->> 'place', part.value ->> 'outlet'",
        [&](const Statement& row) {
            out.authors.push_back(
                {row.text(2), row.optional_text(3), row.optional_text(4), row.optional_text(5)});
        });
    out.titles.clear();
    read_list(connection, article, number, "titles", "text", ", part.value",
              [&](const Statement& row) { out.titles.push_back(row.text(2)); });
    out.extra.clear();
    read_list(connection, article, number, "extra", "text", ", part.key, part.value",
              [&](const Statement& row) { out.extra.emplace(row.text(2), row.text(3)); });
}

}  // namespace

struct VersionWriter::Statements {
    explicit Statements(const SQLite::Database& database)
        : keep(database, R"sql(
INSERT INTO version(article, number, uid, headline, deck, credit, byline, dateline, dateline_place,
    dateline_date, dateline_agency, published, updated, language, words, body, links, notes, warnings, authors,
    titles, extra, path, url, original, original_offset, original_length, replaced)
SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM version WHERE article = article.id), uid, headline,
    deck, credit, byline, dateline, dateline_place, dateline_date, dateline_agency, published, updated,
    language, words, body,
    (SELECT json_group_array(json_object('kind', kind, 'label', label, 'url', url, 'title', title,
                                         'host', host))
     FROM (SELECT * FROM link WHERE link.article = article.id ORDER BY position)),
    (SELECT json_group_array(json_object('kind', kind, 'text', text))
     FROM (SELECT * FROM note WHERE note.article = article.id ORDER BY position)),
    (SELECT json_group_array(text)
     FROM (SELECT * FROM warning WHERE warning.article = article.id ORDER BY position)),
    (SELECT json_group_array(json_object('name', name, 'role', role, 'place', place, 'outlet', outlet))
     FROM (SELECT * FROM author WHERE author.article = article.id ORDER BY position)),
    (SELECT json_group_array(text)
     FROM (SELECT * FROM title WHERE title.article = article.id ORDER BY position)),
    (SELECT json_group_object(name, text) FROM extra WHERE extra.article = article.id),
    path, url, original, original_offset, original_length, ?2
FROM article WHERE id = ?1
)sql") {}

    Statement keep;
};

VersionWriter::VersionWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

VersionWriter::~VersionWriter() = default;

void VersionWriter::keep(std::int64_t article, std::string_view moment) {
    guarded([&] { statements_->keep.bind(article, moment).run(); });
}

std::vector<Version> list_versions(const Connection& connection, std::int64_t article) {
    return guarded([&] {
        std::vector<Version> out;
        Statement rows(
            connection.database(),
            "SELECT number, uid, replaced, headline, words FROM version WHERE article = ?1 "
            "UNION ALL SELECT (SELECT coalesce(max(number), 0) + 1 FROM version WHERE article = ?1), "
            "uid, NULL, headline, words FROM article WHERE id = ?1 ORDER BY 1");
        rows.bind(article);
        while (rows.step()) {
            out.push_back({rows.integer(0), rows.text(1), rows.optional_text(2), rows.optional_text(3),
                           rows.integer(4)});
        }
        return out;
    });
}

std::optional<Article> find_version(const Connection& connection, std::int64_t article, std::int64_t number) {
    std::optional<Article> out = find_article(connection, article);
    if (!out) return std::nullopt;
    return guarded([&]() -> std::optional<Article> {
        Statement last(connection.database(),
                       "SELECT coalesce(max(number), 0) FROM version WHERE article = ?");
        last.bind(article).step();
        if (number == last.integer(0) + 1) return out;
        Statement row =
            about(connection,
                  "SELECT uid, headline, deck, credit, byline, dateline, dateline_place, "
                  "dateline_date, dateline_agency, published, updated, language, words, body, path, url "
                  "FROM version WHERE article = ? AND number = ?",
                  article, number);
        if (!row.step()) return std::nullopt;
        read_row(row, *out);
        try {
            guarded([&] { read_parts(connection, article, number, *out); });
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_damaged) throw;
            throw Error(error.code(),
                        "the former version " + std::to_string(number) + " of article " +
                            std::to_string(article) + " is damaged: " + error.what(),
                        error.hint());
        }
        return out;
    });
}

std::optional<Source> get_original_of_version(const Connection& connection, std::int64_t article,
                                              std::int64_t number) {
    return guarded([&]() -> std::optional<Source> {
        Statement row(connection.database(),
                      "SELECT original FROM version WHERE article = ?1 AND number = ?2 UNION ALL "
                      "SELECT original FROM article WHERE id = ?1 AND ?2 = 1 + "
                      "(SELECT coalesce(max(number), 0) FROM version WHERE article = ?1)");
        row.bind(article, number);
        if (!row.step() || row.is_null(0)) return std::nullopt;
        return read_original(connection, row.integer(0));
    });
}

}  // namespace newsarc::store
