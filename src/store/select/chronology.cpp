#include "store/select/chronology.hpp"

#include <SQLiteCpp/Database.h>

#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

constexpr const char* newest = "SELECT id FROM article ORDER BY published_at DESC, id DESC";
constexpr const char* oldest_dated =
    "SELECT id FROM article WHERE published_at IS NOT NULL ORDER BY published_at, id";
constexpr const char* undated = "SELECT id FROM article WHERE published_at IS NULL ORDER BY id";
constexpr const char* added = "SELECT id FROM article ORDER BY id DESC";
constexpr const char* by_id = "SELECT id FROM article ORDER BY id";

bool visit_ids(const Connection& connection, const char* sql,
               const std::function<bool(std::int64_t)>& visit) {
    Statement select(connection.database(), sql);
    while (select.step()) {
        if (!visit(select.integer(0))) return false;
    }
    return true;
}

}  // namespace

void visit_in_order(const Connection& connection, ListOrder order,
                    const std::function<bool(std::int64_t id)>& visit) {
    guarded([&] {
        if (order == ListOrder::added) {
            visit_ids(connection, added, visit);
        } else if (order == ListOrder::id) {
            visit_ids(connection, by_id, visit);
        } else if (order == ListOrder::oldest) {
            if (visit_ids(connection, oldest_dated, visit)) visit_ids(connection, undated, visit);
        } else {
            visit_ids(connection, newest, visit);
        }
    });
}

void visit_dates(const Connection& connection,
                 const std::function<void(std::int64_t id, std::int64_t published)>& visit) {
    guarded([&] {
        Statement select(connection.database(),
                         "SELECT id, published_at FROM article WHERE published_at IS NOT NULL "
                         "ORDER BY published_at");
        while (select.step())
            visit(select.integer(0), select.integer(1));
    });
}

}  // namespace newsarc::store
