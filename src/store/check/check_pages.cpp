#include <SQLiteCpp/Database.h>

#include <sqlite3.h>

#include <charconv>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "store/check/check_steps.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// `row 12 missing from index article_added` is about article 12.
std::optional<std::int64_t> article_of(std::string_view message) {
    constexpr std::string_view row = "row ";
    if (!message.starts_with(row)) return std::nullopt;
    if (message.find(" index article_") == std::string_view::npos &&
        message.find(" index sqlite_autoindex_article_") == std::string_view::npos)
        return std::nullopt;
    std::int64_t id = 0;
    const auto [end, status] =
        std::from_chars(message.data() + row.size(), message.data() + message.size(), id);
    return status == std::errc() ? std::optional(id) : std::nullopt;
}

/// An index can be made anew from its table.
bool is_of_an_index(std::string_view message) {
    return message.find("missing from index") != std::string_view::npos ||
           message.find("wrong # of entries in index") != std::string_view::npos;
}

/// `non-TEXT value in note.text`: check_values() says of which article.
bool is_of_a_value(std::string_view message) {
    return (message.starts_with("non-") && message.find(" value in ") != std::string_view::npos) ||
           message.starts_with("NULL value in ");
}

}  // namespace

void check_size(const Connection& connection, const Report& report) {
    const SQLite::Database& database = connection.database();
    const char* const name = sqlite3_db_filename(database.getHandle(), "main");
    const auto pragma = [&](const char* sql) {
        Statement select(database, sql);
        select.step();
        return select.text(0);
    };
    // The last pages may still be in a write-ahead log.
    if (name == nullptr || *name == '\0' || pragma("PRAGMA journal_mode") == "wal") return;
    const std::uintmax_t told =
        std::stoull(pragma("PRAGMA page_count")) * std::stoull(pragma("PRAGMA page_size"));
    std::error_code status;
    const std::uintmax_t real = std::filesystem::file_size(name, status);
    if (!status && real < told) {
        report({CheckArea::file, std::nullopt,
                "it is cut short: " + std::to_string(real) + " bytes of " + std::to_string(told), false});
    }
}

void check_pages(const Connection& connection, const Report& report) {
    Statement check(connection.database(), "PRAGMA integrity_check");
    while (check.step()) {
        const std::string message = check.text(0);
        if (message == "ok" || is_of_a_value(message)) continue;
        report({CheckArea::file, article_of(message), message, is_of_an_index(message)});
    }
}

}  // namespace newsarc::store
