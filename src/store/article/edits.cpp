#include "store/article/edits.hpp"

#include <SQLiteCpp/Database.h>

#include "model/fields.hpp"
#include "store/article/columns.hpp"
#include "store/article/lists.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

struct EditWriter::Statements {
    explicit Statements(const SQLite::Database& database)
        : of(database, "SELECT name, coalesce(given, '') FROM edited WHERE article = ?"),
          clear(database, "DELETE FROM edited WHERE article = ?"),
          insert(database, "INSERT INTO edited(article, name, given) VALUES (?, ?, nullif(?, ''))"),
          give(database, "UPDATE article SET given = ? WHERE id = ?"),
          with_given(database, "SELECT id FROM article WHERE given = ?"),
          given_of(database, "SELECT given FROM article WHERE id = ?") {}

    Statement of;
    Statement clear;
    Statement insert;
    Statement give;
    Statement with_given;
    Statement given_of;
};

EditWriter::EditWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

EditWriter::~EditWriter() = default;

Edits EditWriter::of(std::int64_t article) {
    return guarded([&] {
        Edits out;
        Statement& rows = statements_->of;
        rows.bind(article);
        while (rows.step())
            out.emplace(rows.text(0), rows.text(1));
        rows.reset();
        return out;
    });
}

void EditWriter::put(std::int64_t article, const Edits& edits, std::string_view given) {
    guarded([&] {
        statements_->clear.bind(article).run();
        for (const auto& [name, text] : edits)
            statements_->insert.bind(article, name, text).run();
        statements_->give.bind(edits.empty() ? std::nullopt : std::optional<std::string>(given), article)
            .run();
    });
}

std::optional<std::int64_t> EditWriter::with_given(std::string_view uid) {
    return guarded([&] {
        std::optional<std::int64_t> out;
        Statement& row = statements_->with_given;
        if (row.bind(uid).step()) out = row.integer(0);
        row.reset();
        return out;
    });
}

std::optional<std::string> EditWriter::given_of(std::int64_t article) {
    return guarded([&] {
        std::optional<std::string> out;
        Statement& row = statements_->given_of;
        if (row.bind(article).step()) out = row.optional_text(0);
        row.reset();
        return out;
    });
}

void find_former_edits(const SQLite::Database& database) {
    Statement edited(database,
                     "SELECT DISTINCT article.id, version.number, version.uid FROM file_article AS part "
                     "JOIN article ON article.id = part.article "
                     "JOIN version ON version.article = article.id AND version.uid = part.uid "
                     "WHERE article.uid <> part.uid");
    Statement insert(database,
                     "INSERT OR IGNORE INTO edited(article, name, given) VALUES (?, ?, nullif(?, ''))");
    Statement give(database, "UPDATE article SET given = ? WHERE id = ?");
    const std::string columns = names_of(version_columns());
    Statement now(database, "SELECT " + columns + " FROM article WHERE id = ?");
    Statement then(database, "SELECT " + columns + " FROM version WHERE article = ? AND number = ?");
    ListReader lists(database);
    while (edited.step()) {
        const std::int64_t id = edited.integer(0), number = edited.integer(1);
        Article source, article;
        if (!now.bind(id).step() || !then.bind(id, number).step()) continue;
        read_columns(now, 0, version_columns(), article);
        read_columns(then, 0, version_columns(), source);
        lists.read(id, article);
        for (const model::Field* list : version_lists()) {
            Statement members(database, members_of_version(*list));
            members.bind(id, number);
            read_list(members, *list, source);
        }
        bool any = false;
        for (const model::Field& field : model::fields()) {
            if (!model::is_correctable(field)) continue;
            const std::string given = model::to_text(field, source);
            if (given == model::to_text(field, article)) continue;
            insert.bind(id, field.name, given).run();
            any = true;
        }
        if (any) give.bind(edited.text(2), id).run();
    }
}

}  // namespace newsarc::store
