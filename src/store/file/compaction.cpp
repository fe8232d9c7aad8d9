#include "store/file/compaction.hpp"

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/article/removed.hpp"
#include "store/index/index.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// While it lives, pages may leave the cache before a commit. Elsewhere that is forbidden, because it
/// locks readers out for longer; here all pages are written, and would have to fit in memory.
class Spilling {
public:
    explicit Spilling(SQLite::Database& database)
        : database_(database), before_(database.execAndGet("PRAGMA cache_spill").getInt()) {
        database_.exec("PRAGMA cache_spill = ON");
    }
    Spilling(const Spilling&) = delete;
    Spilling& operator=(const Spilling&) = delete;
    ~Spilling() { database_.tryExec("PRAGMA cache_spill = " + std::to_string(before_)); }

private:
    SQLite::Database& database_;
    int before_;
};

}  // namespace

void compact(const Connection& connection) {
    Transaction transaction(connection);
    optimize_index(connection);
    forget_names_of_removed(connection);
    transaction.commit();
    guarded([&] {
        SQLite::Database& database = connection.database();
        const Spilling spilling(database);
        database.exec("VACUUM");
        // Of no effect without a write-ahead log; with one, what was removed stands in it as well.
        database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    });
}

std::int64_t size_in_bytes(const Connection& connection) {
    return guarded([&] {
        Statement select(connection.database(),
                         "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
        select.step();
        return select.integer(0);
    });
}

}  // namespace newsarc::store
