#include "store/file/own_schema.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "store/file/schema.hpp"
#include "store/sql/statement.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {
namespace {

/// By type and name, the statement that made the object.
using Objects = std::map<std::pair<std::string, std::string>, std::string>;

std::string squeezed(std::string_view sql) {
    std::string out;
    for (const char c : sql) {
        const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!blank) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    return out;
}

[[noreturn]] void refuse(const std::string& what, const std::pair<std::string, std::string>& object) {
    throw Error(ErrorCode::archive_foreign,
                "the archive has " + what + ": " + object.first + " " + object.second,
                "nothing was read from it or changed; undo what another program did to it, or restore it "
                "from a backup");
}

/// What ANALYZE makes (https://www.sqlite.org/fileformat2.html#stat1tab), and nothing else of such a name: an
/// index could be called so as well, and keep articles out of what is found.
bool is_of_analyze(const std::string& type, const std::string& name, const std::string& sql) {
    if (type != "table") return false;
    return (name == "sqlite_stat1" && sql == "CREATE TABLE sqlite_stat1(tbl,idx,stat)") ||
           (name == "sqlite_stat4" && sql == "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)");
}

Objects objects_of(const SQLite::Database& database) {
    Objects out;
    Statement select(database, "SELECT type, name, coalesce(sql, '') FROM sqlite_schema");
    while (select.step()) {
        const std::pair<std::string, std::string> object{select.text(0), select.text(1)};
        std::string sql = squeezed(select.text(2));
        if (is_of_analyze(object.first, object.second, sql)) continue;
        if (!out.emplace(object, std::move(sql)).second) refuse("a part twice", object);
    }
    return out;
}

/// Of the names and statements, each closed by a byte that no text holds.
std::string hash_of(const Objects& objects) {
    std::string text;
    for (const auto& [object, sql] : objects) {
        for (const std::string* part : {&object.first, &object.second, &sql})
            text.append(*part).push_back('\0');
    }
    return text::hex(text::sha256(text));
}

Objects our_objects(std::int32_t format) {
    SQLite::Database database(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    database.exec("PRAGMA journal_mode = OFF; BEGIN");
    create_schema(database, format);
    return objects_of(database);
}

/// Of the format in use they are asked for again and again.
const Objects& our_objects_now() {
    static const Objects objects = our_objects(schema_version);
    return objects;
}

}  // namespace

std::string schema_hash(const SQLite::Database& database) {
    return hash_of(objects_of(database));
}

void require_own_schema(SQLite::Database& database, std::int32_t format) {
    const Objects theirs = objects_of(database);
    if (format == schema_version && hash_of(theirs) == usual_schema_hash) return;
    const Objects former = format == schema_version ? Objects{} : our_objects(format);
    const Objects& ours = format == schema_version ? our_objects_now() : former;
    for (const auto& [object, sql] : theirs) {
        const auto known = ours.find(object);
        if (known == ours.end()) refuse("a part that newsarc does not know", object);
        if (known->second != sql) refuse("a part that is not as newsarc makes it", object);
    }
    for (const auto& [object, sql] : ours) {
        if (!theirs.contains(object)) refuse("lost a part", object);
    }
}

}  // namespace newsarc::store
