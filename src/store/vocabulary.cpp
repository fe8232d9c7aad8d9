#include "store/vocabulary.hpp"

#include <SQLiteCpp/Database.h>

#include <cstdlib>

#include "store/statement.hpp"

namespace newsarc::store {
namespace {

/// A word in fewer articles than one of so many is not common.
constexpr std::int64_t common_of = 200;

std::int64_t select_integer(const Connection& connection, const char* sql) {
    Statement select(connection.database(), sql);
    return select.step() ? select.integer(0) : 0;
}

std::int64_t count_indexed(const Connection& connection) {
    return select_integer(connection, "SELECT count(*) FROM article_fts_docsize");
}

}  // namespace

void create_vocabulary(SQLite::Database& database) {
    database.exec(R"sql(
CREATE VIRTUAL TABLE article_vocabulary USING fts5vocab('article_fts', 'row');

CREATE TABLE common_word(
    stem TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: how many articles there were when the common words were counted.
CREATE TABLE common_word_count(articles INTEGER NOT NULL) STRICT;
INSERT INTO common_word_count VALUES (0);
)sql");
}

void refresh_vocabulary(const Connection& connection) {
    guarded([&] {
        const std::int64_t counted = select_integer(connection, "SELECT articles FROM common_word_count");
        const std::int64_t now = count_indexed(connection);
        if (std::abs(now - counted) * 4 > counted) count_vocabulary(connection);
    });
}

void count_vocabulary(const Connection& connection) {
    guarded([&] {
        const std::int64_t articles = count_indexed(connection);
        connection.database().exec("DELETE FROM common_word");
        Statement(connection.database(),
                  "INSERT INTO common_word SELECT term, doc FROM article_vocabulary WHERE doc * ? >= ?")
            .bind(common_of, articles)
            .run();
        Statement(connection.database(), "UPDATE common_word_count SET articles = ?").bind(articles).run();
    });
}

struct CommonWords::State {
    explicit State(const SQLite::Database& database)
        : select(database, "SELECT articles FROM common_word WHERE stem = ?") {}

    Statement select;
    double articles = 1;
};

CommonWords::CommonWords(const Connection& connection) {
    guarded([&] {
        state_ = std::make_unique<State>(connection.database());
        const auto counted = select_integer(connection, "SELECT articles FROM common_word_count");
        if (counted > 0) state_->articles = static_cast<double>(counted);
    });
}

CommonWords::CommonWords(CommonWords&&) noexcept = default;
CommonWords& CommonWords::operator=(CommonWords&&) noexcept = default;
CommonWords::~CommonWords() = default;

std::optional<double> CommonWords::share(std::string_view stem) {
    return guarded([&]() -> std::optional<double> {
        std::optional<double> out;
        if (state_->select.bind(stem).step()) {
            out = static_cast<double>(state_->select.integer(0)) / state_->articles;
        }
        state_->select.reset();
        return out;
    });
}

void list_stems(const Connection& connection, std::string_view first, std::string_view last,
                const std::function<bool(std::string_view stem, std::int64_t articles)>& visit) {
    guarded([&] {
        Statement select(connection.database(),
                         "SELECT term, doc FROM article_vocabulary WHERE term >= ? AND term < ?");
        select.bind(first, last);
        while (select.step() && visit(select.text(0), select.integer(1))) {
        }
    });
}

}  // namespace newsarc::store
