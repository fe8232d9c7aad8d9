#include "store/index.hpp"

#include <SQLiteCpp/Database.h>

#include "store/statement.hpp"

namespace newsarc::store {

void create_index(SQLite::Database& database) {
    database.exec(R"sql(
CREATE VIRTUAL TABLE article_fts USING fts5(
    headline, body, content = 'article', content_rowid = 'id',
    tokenize = 'porter unicode61 remove_diacritics 2')
)sql");
}

void index_article(const Connection& connection, std::int64_t id, const Article& article) {
    guarded([&] {
        Statement(connection.database(), "INSERT INTO article_fts(rowid, headline, body) VALUES (?, ?, ?)")
            .bind(id, article.headline, article.body)
            .run();
    });
}

}  // namespace newsarc::store
