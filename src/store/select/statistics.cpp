#include "store/select/statistics.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <string>

#include "store/sql/statement.hpp"

namespace newsarc::store {

void visit_words(const Connection& connection,
                 const std::function<void(std::int64_t id, std::int64_t words)>& visit) {
    guarded([&] {
        Statement select(connection.database(), "SELECT id, words FROM article");
        while (select.step()) {
            const std::int64_t words = select.integer(1);
            // Of more, a sum over all articles could overflow.
            if (words < 0 || words > INT32_MAX) {
                throw Error(ErrorCode::archive_damaged,
                            "the archive is damaged: article " + std::to_string(select.integer(0)) +
                                " cannot have so many words",
                            "newsarc check tells what else is damaged");
            }
            visit(select.integer(0), words);
        }
    });
}

void visit_added(const Connection& connection,
                 const std::function<void(std::int64_t id, std::string_view added)>& visit) {
    guarded([&] {
        Statement select(connection.database(), "SELECT id, added FROM article ORDER BY added, id");
        while (select.step())
            visit(select.integer(0), select.blob(1));
    });
}

void visit_published(const Connection& connection,
                     const std::function<void(std::int64_t id, std::string_view published)>& visit) {
    guarded([&] {
        Statement select(connection.database(),
                         "SELECT id, published FROM article WHERE published IS NOT NULL "
                         "ORDER BY published_at, id");
        while (select.step())
            visit(select.integer(0), select.blob(1));
    });
}

void visit_link_counts(const Connection& connection,
                       const std::function<void(std::int64_t id, std::int64_t links)>& visit) {
    guarded([&] {
        Statement select(connection.database(), "SELECT article, count(*) FROM link GROUP BY article");
        while (select.step())
            visit(select.integer(0), select.integer(1));
    });
}

}  // namespace newsarc::store
