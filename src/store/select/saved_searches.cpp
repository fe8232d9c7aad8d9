#include "store/select/saved_searches.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <string>

#include "store/sql/statement.hpp"
#include "text/terminal.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::store {
namespace {

constexpr std::size_t longest_name = 64;

/// What is typed behind an @ without quoting. Of other scripts all that can be seen is left to be letters.
bool is_name(std::string_view text) {
    if (text.empty() || text.size() > longest_name || !text::is_valid_utf8(text)) return false;
    for (std::size_t at = 0; at < text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        const char32_t c = point.value;
        const bool letter =
            c < 0x80 ? text::is_ascii_alnum(static_cast<char>(c)) : !text::is_unsafe_on_terminal(c);
        if (!letter && c != '-' && c != '_' && c != '.') return false;
        at += point.length;
    }
    return true;
}

SavedSearch row(const Statement& select) {
    return {select.text(0), select.text(1), select.text(2), select.integer(3)};
}

}  // namespace

void save_search(const Connection& connection, const SavedSearch& search) {
    if (!is_name(search.name)) {
        throw Error(ErrorCode::usage, "'" + search.name + "' is no name for a saved search",
                    "a name is of letters, digits, - _ and . without blanks, such as taliban-weapons");
    }
    guarded([&] {
        Statement(connection.database(),
                  "INSERT OR REPLACE INTO saved_search(name, query, saved, seen) VALUES (?, ?, ?, ?)")
            .bind(search.name, search.query, search.saved, search.seen)
            .run();
    });
}

std::vector<SavedSearch> saved_searches(const Connection& connection) {
    return guarded([&] {
        Statement select(connection.database(),
                         "SELECT name, query, saved, seen FROM saved_search ORDER BY name");
        std::vector<SavedSearch> out;
        while (select.step())
            out.push_back(row(select));
        return out;
    });
}

std::optional<SavedSearch> find_saved_search(const Connection& connection, std::string_view name) {
    return guarded([&]() -> std::optional<SavedSearch> {
        Statement select(connection.database(),
                         "SELECT name, query, saved, seen FROM saved_search WHERE name = ?");
        if (!select.bind(name).step()) return std::nullopt;
        return row(select);
    });
}

void mark_seen(const Connection& connection, std::string_view name, std::int64_t id) {
    guarded([&] {
        Statement(connection.database(), "UPDATE saved_search SET seen = max(seen, ?) WHERE name = ?")
            .bind(id, name)
            .run();
    });
}

bool remove_saved_search(const Connection& connection, std::string_view name) {
    return guarded([&] {
        Statement(connection.database(), "DELETE FROM saved_search WHERE name = ?").bind(name).run();
        return connection.database().getChanges() > 0;
    });
}

}  // namespace newsarc::store
