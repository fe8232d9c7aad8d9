#include "store/article/articles.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "store/article/columns.hpp"
#include "store/article/lists.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

constexpr std::size_t shortest_uid_prefix = 6;
constexpr std::size_t uid_length = 32;

/// Reads articles whole, by id; keeps its statements prepared for a list of them.
class Reader {
public:
    explicit Reader(const SQLite::Database& database)
        : article_(database, "SELECT " + names_of(article_columns()) + " FROM article WHERE id = ?"),
          lists_(database) {}

    std::optional<Article> read(std::int64_t id) {
        if (!article_.bind(id).step()) {
            article_.reset();
            return std::nullopt;
        }
        Article article;
        article.id = id;
        read_columns(article_, 0, article_columns(), article);
        article_.reset();
        lists_.read(id, article);
        return article;
    }

private:
    Statement article_;
    ListReader lists_;
};

bool is_hexadecimal(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

std::optional<std::int64_t> resolve_uid(const Connection& connection, std::string_view text) {
    if (text.size() < shortest_uid_prefix || text.size() > uid_length || !is_hexadecimal(text)) {
        return std::nullopt;
    }
    std::string first(text);
    for (char& c : first) {
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    }
    Statement select(connection.database(),
                     "SELECT id FROM article WHERE uid >= ?1 AND uid < ?1 || 'g' ORDER BY uid LIMIT 2");
    select.bind(first);
    if (!select.step()) return std::nullopt;
    const std::int64_t id = select.integer(0);
    if (select.step()) {
        throw Error(ErrorCode::usage, "several articles have a uid that begins with " + first,
                    "give more characters of it");
    }
    return id;
}

}  // namespace

struct KnownArticles::Statements {
    explicit Statements(const SQLite::Database& database)
        : by_uid(database, "SELECT id FROM article WHERE uid = ?"),
          by_key(database, "SELECT id FROM article WHERE key = ?"),
          has_key(database, "SELECT 1 FROM article WHERE id = ? AND key IS NOT NULL"),
          give_key(database, "UPDATE article SET key = ? WHERE id = ? AND key IS NULL"),
          take_key(database, "UPDATE article SET key = NULL WHERE id = ?") {}

    static std::optional<std::int64_t> find(Statement& select, std::string_view value) {
        std::optional<std::int64_t> id;
        if (select.bind(value).step()) id = select.integer(0);
        select.reset();
        return id;
    }

    Statement by_uid;
    Statement by_key;
    Statement has_key;
    Statement give_key;
    Statement take_key;
};

KnownArticles::KnownArticles(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

KnownArticles::~KnownArticles() = default;

std::optional<std::int64_t> KnownArticles::with_uid(std::string_view uid) {
    return guarded([&] { return Statements::find(statements_->by_uid, uid); });
}

std::optional<std::int64_t> KnownArticles::with_key(std::string_view key) {
    return guarded([&] { return Statements::find(statements_->by_key, key); });
}

bool KnownArticles::has_key(std::int64_t id) {
    return guarded([&] {
        const bool out = statements_->has_key.bind(id).step();
        statements_->has_key.reset();
        return out;
    });
}

void KnownArticles::take_key(std::int64_t id) {
    guarded([&] { statements_->take_key.bind(id).run(); });
}

void KnownArticles::give_key(std::int64_t id, std::string_view key) {
    guarded([&] { statements_->give_key.bind(key, id).run(); });
}

void put_key(const Connection& connection, std::int64_t id, const std::optional<std::string>& key) {
    guarded([&] {
        Statement(connection.database(), "UPDATE article SET key = ? WHERE id = ?").bind(key, id).run();
    });
}

std::optional<std::int64_t> resolve(const Connection& connection, std::string_view id_or_uid) {
    return guarded([&]() -> std::optional<std::int64_t> {
        std::int64_t id = 0;
        const char* end = id_or_uid.data() + id_or_uid.size();
        const auto parsed = std::from_chars(id_or_uid.data(), end, id);
        if (parsed.ec == std::errc() && parsed.ptr == end) {
            Statement select(connection.database(), "SELECT id FROM article WHERE id = ?");
            if (select.bind(id).step()) return id;
        }
        return resolve_uid(connection, id_or_uid);
    });
}

std::optional<Article> find_article(const Connection& connection, std::int64_t id) {
    return guarded([&] { return Reader(connection.database()).read(id); });
}

void visit_articles(const Connection& connection, std::span<const std::int64_t> ids,
                    const std::function<bool(const Article&)>& visit) {
    auto reader = guarded([&] { return Reader(connection.database()); });
    for (const std::int64_t id : ids) {
        const auto article = guarded([&] { return reader.read(id); });
        if (article && !visit(*article)) break;
    }
}

std::int64_t count_articles(const Connection& connection) {
    return guarded([&] {
        Statement select(connection.database(), "SELECT count(*) FROM article");
        select.bind().step();
        return select.integer(0);
    });
}

}  // namespace newsarc::store
