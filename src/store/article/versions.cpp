#include "store/article/versions.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include "store/article/articles.hpp"
#include "store/article/columns.hpp"
#include "store/article/lists.hpp"
#include "store/original/originals.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

std::string keep_sql() {
    std::string columns = names_of(version_columns());
    std::string values = columns;
    for (const model::Field* list : version_lists()) {
        columns += ", " + std::string(list->name);
        values += ", " + list_as_json(*list);
    }
    const std::string origin = ", original, original_offset, original_length";
    return "INSERT INTO version(article, number, " + columns + origin +
           ", replaced) SELECT id, (SELECT coalesce(max(number), 0) + 1 FROM version WHERE article = "
           "article.id), " +
           values + origin + ", ?2 FROM article WHERE id = ?1";
}

/// A statement about one version, whose parameters are the article and the number.
Statement about(const Connection& connection, const std::string& sql, std::int64_t article,
                std::int64_t number) {
    Statement out(connection.database(), sql);
    out.bind(article, number);
    return out;
}

}  // namespace

struct VersionWriter::Statements {
    explicit Statements(const SQLite::Database& database) : keep(database, keep_sql()) {}

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
        if (number > last.integer(0) && number - 1 == last.integer(0)) return out;
        Statement row =
            about(connection,
                  "SELECT " + names_of(version_columns()) + " FROM version WHERE article = ? AND number = ?",
                  article, number);
        if (!row.step()) return std::nullopt;
        const auto damaged = [&](const std::string& what) {
            return Error(ErrorCode::archive_damaged,
                         "the former version " + std::to_string(number) + " of article " +
                             std::to_string(article) + " is damaged: " + what,
                         "restore the archive from a backup; newsarc check tells what else is damaged");
        };
        try {
            guarded([&] { read_columns(row, 0, version_columns(), *out); });
        } catch (const Error& error) {
            if (error.code() != ErrorCode::archive_damaged) throw;
            throw damaged(error.what());
        }
        for (const model::Field* list : version_lists()) {
            Statement form = about(connection, form_of_version_fits(*list), article, number);
            if (!form.step() || form.integer(0) != 1)
                throw damaged("its " + std::string(list->name) + " cannot be read");
            Statement members = about(connection, members_of_version(*list), article, number);
            read_list(members, *list, *out);
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
