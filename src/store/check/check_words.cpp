#include <newsarc/error.hpp>

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <array>
#include <compare>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "store/check/check_steps.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {
namespace {

/// A word of an article, and where it stands: in the order in which fts5vocab lists them.
struct Instance {
    std::string term;
    std::int64_t article = 0;
    std::size_t column = 0;
    std::int64_t offset = 0;

    friend auto operator<=>(const Instance&, const Instance&) = default;
};

/// Lists the instances of a full-text index.
class Instances {
public:
    Instances(const SQLite::Database& database, const char* select) : rows_(database, select) {}

    std::optional<Instance> next() {
        if (!rows_.step()) return std::nullopt;
        static constexpr std::array<std::string_view, 4> columns{"headline", "body", "headline_terms",
                                                                 "body_terms"};
        Instance out{rows_.text(0), rows_.integer(1), 0, rows_.integer(3)};
        while (out.column < columns.size() && columns[out.column] != rows_.text(2))
            ++out.column;
        return out;
    }

private:
    Statement rows_;
};

/// Lets a connection for reading write to what is its own: temporary tables, and FTS5's check, which
/// is an INSERT that changes nothing.
class Writable {
public:
    explicit Writable(SQLite::Database& database)
        : database_(database), was_(database.execAndGet("PRAGMA query_only").getInt()) {
        database_.exec("PRAGMA query_only = OFF");
    }
    Writable(const Writable&) = delete;
    Writable& operator=(const Writable&) = delete;
    ~Writable() {
        if (was_ != 0) database_.tryExec("PRAGMA query_only = ON");
    }

private:
    SQLite::Database& database_;
    int was_;
};

enum class Verdict { sound, damaged, unknown };

/// FTS5's own check: of its structure, and of every word against the articles. It takes the lock for
/// writing, and so says nothing of an archive that cannot be written or that another process writes to.
Verdict ask_fts5(SQLite::Database& database) {
    try {
        database.exec("INSERT INTO article_fts(article_fts, rank) VALUES ('integrity-check', 1)");
        return Verdict::sound;
    } catch (const SQLite::Exception& exception) {
        switch (exception.getErrorCode()) {
            case SQLITE_CORRUPT: return Verdict::damaged;
            case SQLITE_READONLY:
            case SQLITE_BUSY:
            case SQLITE_LOCKED: return Verdict::unknown;
            default: throw;
        }
    }
}

/// An index made of the articles as they are, in a database of its own that is gone afterwards.
SQLite::Database index_anew(const SQLite::Database& articles) {
    SQLite::Database out("", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    out.exec(
        "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;"
        "CREATE VIRTUAL TABLE expected USING fts5(headline, body, headline_terms, body_terms, content = '', "
        "tokenize = \"porter unicode61 remove_diacritics 2 categories 'L* N* Co M*'\");"
        "CREATE VIRTUAL TABLE instance USING fts5vocab(expected, instance)");
    Statement select(articles,
                     "SELECT id, headline, body, headline_terms, body_terms FROM article ORDER BY id");
    Statement insert(out,
                     "INSERT INTO expected(rowid, headline, body, headline_terms, body_terms) "
                     "VALUES (?, ?, ?, ?, ?)");
    while (select.step()) {
        insert
            .bind(select.integer(0), select.optional_text(1), select.optional_text(2),
                  select.optional_text(3), select.optional_text(4))
            .run();
    }
    return out;
}

/// The articles of which one index holds words that the other does not.
std::set<std::int64_t> differing_articles(SQLite::Database& database) {
    const SQLite::Database anew = index_anew(database);
    database.exec("CREATE VIRTUAL TABLE temp.newsarc_instance USING fts5vocab(main, article_fts, instance)");
    std::set<std::int64_t> out;
    {
        constexpr const char* columns = "SELECT term, doc, col, offset FROM ";
        Instances stored(database, (std::string(columns) + "temp.newsarc_instance").c_str());
        Instances expected(anew, (std::string(columns) + "instance").c_str());
        auto a = stored.next();
        auto b = expected.next();
        while (a || b) {
            if (a && b && *a == *b) {
                a = stored.next();
                b = expected.next();
            } else if (a && (!b || *a < *b)) {
                out.insert(a->article);
                a = stored.next();
            } else {
                out.insert(b->article);
                b = expected.next();
            }
        }
    }
    database.exec("DROP TABLE temp.newsarc_instance");
    return out;
}

}  // namespace

void check_words(const Connection& connection, const Report& report) {
    SQLite::Database& database = connection.database();
    const Writable writable(database);
    const Verdict verdict = ask_fts5(database);
    if (verdict == Verdict::sound) return;
    // FTS5 does not say which articles it is about.
    const std::set<std::int64_t> articles = differing_articles(database);
    for (const std::int64_t id : articles)
        report({CheckArea::index, id,
                "the words that the full-text index has of it are not those of its text", true});
    if (verdict == Verdict::damaged && articles.empty()) {
        report({CheckArea::index, std::nullopt, "the full-text index contradicts itself", true});
    }
}

}  // namespace newsarc::store
