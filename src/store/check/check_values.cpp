#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/check/check_steps.hpp"
#include "store/index/lengths.hpp"
#include "store/sql/statement.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::store {
namespace {

struct Column {
    std::string name;
    std::string type;  ///< as it is declared
    bool may_be_null = false;
};

/// Numbers that count nothing: what the system says of files, hashes, and dates before 1970.
constexpr std::array<std::string_view, 5> unbounded{"hash", "inode", "modified", "mtime", "published_at"};

/// More than there can be of anything, and what JSON keeps exact.
constexpr std::int64_t greatest_count = (std::int64_t{1} << 53) - 1;

/// The tables that hold what newsarc writes row by row: not those within FTS5, nor SQLite's own.
std::vector<std::string> tables_of(const SQLite::Database& database) {
    std::vector<std::string> out;
    Statement select(database,
                     "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' "
                     "ESCAPE '\\' AND name NOT LIKE 'article\\_fts%' ESCAPE '\\' "
                     "AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid");
    while (select.step())
        out.push_back(select.text(0));
    return out;
}

std::vector<Column> columns_of(const SQLite::Database& database, const std::string& table) {
    std::vector<Column> out;
    // Only of a STRICT table, or one without rowids, is a primary key never null.
    Statement select(
        database,
        "SELECT name, upper(type), \"notnull\" = 0 AND pk = 0 FROM pragma_table_info(?) ORDER BY cid");
    select.bind(table);
    while (select.step())
        out.push_back({select.text(0), select.text(1), select.integer(2) != 0});
    return out;
}

bool is_text(const Statement& row, int column) {
    return row.type(column) == ValueType::text && text::is_valid_utf8(row.blob(column));
}

bool is_number(const Statement& row, int column, std::string_view name) {
    if (row.type(column) != ValueType::integer) return false;
    const std::int64_t value = row.integer(column);
    return std::ranges::find(unbounded, name) != unbounded.end() || (value >= 0 && value <= greatest_count);
}

bool is_right(const Statement& row, int index, const Column& column) {
    const ValueType type = row.type(index);
    if (type == ValueType::null) return column.may_be_null;
    if (column.type == "TEXT") return is_text(row, index);
    if (column.type == "BLOB") return type == ValueType::blob;
    if (column.type == "REAL") return type == ValueType::real && std::isfinite(row.real(index));
    return is_number(row, index, column.name);
}

void check_table(const Connection& connection, const std::string& table, const Report& report) {
    const std::vector<Column> columns = columns_of(connection.database(), table);
    const bool of_articles = std::ranges::find(columns, "article", &Column::name) != columns.end();
    std::string select = "SELECT ";
    select += table == "article" ? "id" : of_articles ? "article" : "NULL";
    for (const Column& column : columns)
        select += ", " + column.name;
    Statement rows(connection.database(), (select + " FROM " + table).c_str());
    while (rows.step()) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (is_right(rows, static_cast<int>(i) + 1, columns[i])) continue;
            std::optional<std::int64_t> article;
            if (rows.type(0) == ValueType::integer) article = rows.integer(0);
            report({CheckArea::file, article,
                    "what stands in " + table + "." + columns[i].name + " cannot stand there", false});
        }
    }
}

}  // namespace

void check_values(const Connection& connection, const Report& report) {
    Statement sequence(connection.database(),
                       "SELECT seq FROM sqlite_sequence WHERE name = 'article' AND "
                       "(typeof(seq) != 'integer' OR seq >= ?)");
    if (sequence.bind(greatest_id).step()) {
        report(
            {CheckArea::file, std::nullopt,
             "the greatest id that an article had (sqlite_sequence) is beyond all ids: " + sequence.text(0),
             true});
    }
    for (const std::string& table : tables_of(connection.database()))
        check_table(connection, table, report);
}

}  // namespace newsarc::store
