#include "store/article/tags.hpp"

#include <SQLiteCpp/Database.h>

#include "store/sql/statement.hpp"

namespace newsarc::store {

struct TagWriter::Statements {
    explicit Statements(const SQLite::Database& database)
        : add(database,
              "INSERT OR IGNORE INTO tag(article, name) SELECT id, ?2 FROM article WHERE id = ?1 "
              "RETURNING article"),
          remove(database, "DELETE FROM tag WHERE article = ? AND name = ? RETURNING article"),
          clear(database, "DELETE FROM tag WHERE article = ?") {}

    static bool changes(Statement& statement, std::int64_t article, std::string_view name) {
        const bool changed = statement.bind(article, name).step();
        statement.reset();
        return changed;
    }

    Statement add;
    Statement remove;
    Statement clear;
};

TagWriter::TagWriter(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

TagWriter::~TagWriter() = default;

bool TagWriter::add(std::int64_t article, std::string_view name) {
    return guarded([&] { return Statements::changes(statements_->add, article, name); });
}

bool TagWriter::remove(std::int64_t article, std::string_view name) {
    return guarded([&] { return Statements::changes(statements_->remove, article, name); });
}

void TagWriter::clear(std::int64_t article) {
    guarded([&] { statements_->clear.bind(article).run(); });
}

}  // namespace newsarc::store
