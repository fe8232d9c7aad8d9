#include "store/sql/watch.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <string>

#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// Instructions of SQLite's virtual machine between two looks at the clock: a fraction of a
/// millisecond.
constexpr int instructions = 10000;

}  // namespace

Snapshot::Snapshot(const Connection& connection) : database_(connection.database()) {
    if (sqlite3_get_autocommit(database_.getHandle()) == 0) return;
    guarded([&] { database_.exec("BEGIN"); });
    open_ = true;
}

Snapshot::~Snapshot() {
    if (open_) database_.tryExec("ROLLBACK");
}

Watch::Watch(const Connection& connection, const Limits& limits)
    : connection_(connection), limits_(limits), start_(std::chrono::steady_clock::now()) {
    sqlite3_progress_handler(
        connection.database().getHandle(), instructions,
        [](void* watch) { return static_cast<const Watch*>(watch)->expired() ? 1 : 0; }, this);
}

Watch::~Watch() {
    sqlite3_progress_handler(connection_.database().getHandle(), 0, nullptr, nullptr);
}

bool Watch::interrupted() const noexcept {
    return limits_.interrupt != nullptr && limits_.interrupt->load();
}

bool Watch::expired() const noexcept {
    if (interrupted()) return true;
    return limits_.timeout.count() > 0 && std::chrono::steady_clock::now() - start_ >= limits_.timeout;
}

void Watch::check() const {
    if (interrupted()) throw Error(ErrorCode::interrupted, "interrupted");
    if (!expired()) return;
    throw Error(ErrorCode::timeout,
                "the search took longer than " + std::to_string(limits_.timeout.count()) + " ms",
                "ask for rarer words, or allow more time");
}

}  // namespace newsarc::store
