#include "store/check/repair.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>
#include <vector>

#include "store/article/articles.hpp"
#include "store/article/derived.hpp"
#include "store/check/check_steps.hpp"
#include "store/check/stray_rows.hpp"
#include "store/duplicate/near_duplicates.hpp"
#include "store/index/lengths.hpp"
#include "store/posting/postings.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

std::size_t mend_rows(const Connection& connection) {
    return guarded([&] {
        SQLite::Database& database = connection.database();
        database.exec("REINDEX");
        Statement(database,
                  "UPDATE sqlite_sequence SET seq = (SELECT coalesce(max(id), 0) FROM article) "
                  "WHERE name = 'article' AND (typeof(seq) != 'integer' OR seq >= ?)")
            .bind(greatest_id)
            .run();
        std::size_t removed = 0;
        for (const StrayRows& stray : stray_rows())
            removed += static_cast<std::size_t>(database.exec(stray.removal));
        return removed;
    });
}

bool set_uid(const Connection& connection, std::int64_t id, std::string_view uid) {
    const auto holder = KnownArticles(connection).with_uid(uid);
    if (holder && *holder != id) return false;
    guarded([&] {
        Statement(connection.database(), "UPDATE article SET uid = ? WHERE id = ?").bind(uid, id).run();
    });
    return true;
}

void derive_all(const Connection& connection) {
    guarded([&] {
        SQLite::Database& database = connection.database();
        database.exec("DELETE FROM article_length");
        StoredDerived stored(connection);
        const Analyses analyses;
        LengthWriter lengths(connection);
        const std::vector<std::int64_t> ids = ids_of(connection, "SELECT id FROM article");
        for (const std::int64_t id : ids) {
            const auto article = find_article(connection, id);
            if (!article) continue;
            const Derived derived = derive(*article, analyses);
            if (!stored.differing(id, derived).empty()) stored.write(id, derived);
            lengths.put(id, encode_length(derived.length), derived.analysis);
        }
        lengths.write();
        database.exec("INSERT INTO article_fts(article_fts) VALUES ('rebuild')");
        rebuild_postings(connection);
        rebuild_near_duplicates(connection);
    });
}

}  // namespace newsarc::store
