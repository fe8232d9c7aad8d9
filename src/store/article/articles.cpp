#include "store/article/articles.hpp"

#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

#include "store/article/links.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

constexpr std::size_t shortest_uid_prefix = 6;
constexpr std::size_t uid_length = 32;

using Text = std::optional<std::string>;

std::optional<DateTime> moment(const Text& stored) {
    return stored ? from_iso(*stored) : std::nullopt;
}

/// Reads articles whole, by id; keeps its statements prepared for a list of them.
class Reader {
public:
    explicit Reader(const SQLite::Database& database)
        : article_(database,
                   "SELECT id, uid, key, headline, deck, credit, byline, dateline, dateline_place, "
                   "dateline_date, dateline_agency, published, updated, language, words, body, path, added, "
                   "url FROM article WHERE id = ?"),
          links_(database, ("SELECT kind, label, url, title, host, " + link_target() +
                            " FROM link WHERE article = ? ORDER BY position")
                               .c_str()),
          notes_(database, "SELECT kind, text FROM note WHERE article = ? ORDER BY position"),
          tags_(database, "SELECT name FROM tag WHERE article = ? ORDER BY name"),
          warnings_(database, "SELECT text FROM warning WHERE article = ? ORDER BY position"),
          authors_(database,
                   "SELECT name, role, place, outlet FROM author WHERE article = ? ORDER BY position"),
          titles_(database, "SELECT text FROM title WHERE article = ? ORDER BY position"),
          extra_(database, "SELECT name, text FROM extra WHERE article = ?") {}

    std::optional<Article> read(std::int64_t id) {
        if (!article_.bind(id).step()) {
            article_.reset();
            return std::nullopt;
        }
        Article article = row();
        article_.reset();
        read_parts(id, article);
        return article;
    }

private:
    Article row() {
        Article article;
        int column = 0;
        const auto next = [&] { return article_.optional_text(column++); };
        article.id = article_.integer(column++);
        article.uid = article_.text(column++);
        article.key = next();
        article.headline = next();
        article.deck = next();
        article.credit = next();
        article.byline = next();
        const Text dateline = next();
        const Text place = next();
        const Text date = next();
        const Text agency = next();
        if (dateline) article.dateline = Dateline{*dateline, place, date, agency};
        article.published = moment(next());
        article.updated = moment(next());
        article.language = next();
        article.words = article_.integer(column++);
        article.body = article_.text(column++);
        article.path = next();
        article.added = next();
        article.url = next();
        return article;
    }

    void read_parts(std::int64_t id, Article& article) {
        links_.bind(id);
        while (links_.step()) {
            Link& link = article.links.emplace_back();
            link.kind = link_kind_from_string(links_.text(0)).value_or(LinkKind::body);
            link.label = links_.optional_text(1);
            link.url = links_.optional_text(2);
            link.title = links_.optional_text(3);
            link.host = links_.optional_text(4);
            link.article = links_.optional_integer(5);
        }
        notes_.bind(id);
        while (notes_.step()) {
            article.notes.push_back(
                {note_kind_from_string(notes_.text(0)).value_or(NoteKind::other), notes_.text(1)});
        }
        tags_.bind(id);
        while (tags_.step())
            article.tags.push_back(tags_.text(0));
        warnings_.bind(id);
        while (warnings_.step())
            article.warnings.push_back(warnings_.text(0));
        authors_.bind(id);
        while (authors_.step()) {
            article.authors.push_back({authors_.text(0), authors_.optional_text(1), authors_.optional_text(2),
                                       authors_.optional_text(3)});
        }
        titles_.bind(id);
        while (titles_.step())
            article.titles.push_back(titles_.text(0));
        extra_.bind(id);
        while (extra_.step())
            article.extra.emplace(extra_.text(0), extra_.text(1));
    }

    Statement article_;
    Statement links_;
    Statement notes_;
    Statement tags_;
    Statement warnings_;
    Statement authors_;
    Statement titles_;
    Statement extra_;
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
