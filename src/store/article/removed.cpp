#include "store/article/removed.hpp"

#include <SQLiteCpp/Database.h>

#include <algorithm>

#include "store/article/prepared_article.hpp"
#include "store/sql/statement.hpp"
#include "text/likeness/fingerprint.hpp"

namespace newsarc::store {
namespace {

constexpr std::size_t mark_length = 16;

/// Files that were passed over, in part or whole, are read again.
constexpr const char* distrust_files = "UPDATE file SET modified = NULL, sha256 = NULL WHERE passed_over > 0";

/// Of what may tell an article; `kind` keeps a key from being taken for a uid.
std::string mark(std::string_view kind, std::string_view value, std::string_view further = {}) {
    std::string text(kind);
    text.append("\n").append(value).append("\n").append(further);
    const text::Sha256 digest = text::sha256(text);
    return {digest.begin(), digest.begin() + mark_length};
}

std::string mark_of_headline(std::string_view file, std::string_view headline_folded) {
    return mark("headline", file, headline_folded);
}

}  // namespace

struct RemovedArticles::State {
    explicit State(const SQLite::Database& database)
        : note(database,
               "INSERT OR REPLACE INTO removed(article, uid, headline, key, path, removed) "
               "SELECT id, uid, headline, key, path, ? FROM article WHERE id = ?"),
          texts(database,
                "SELECT uid, headline FROM article WHERE id = ?1 UNION "
                "SELECT uid, headline FROM version WHERE article = ?1 UNION "
                "SELECT uid, NULL FROM file_article WHERE article = ?1 UNION "
                "SELECT given, NULL FROM article WHERE id = ?1 AND given IS NOT NULL"),
          key(database, "SELECT key FROM article WHERE id = ? AND key IS NOT NULL"),
          files(database,
                "SELECT path FROM file WHERE id IN (SELECT file FROM file_article WHERE article = ?)"),
          insert(database, "INSERT OR IGNORE INTO removed_mark(mark, article) VALUES (?, ?)"),
          any(database, "SELECT 1 FROM removed LIMIT 1"),
          find(database, "SELECT article FROM removed_mark WHERE mark = ? LIMIT 1"),
          forget(database, "DELETE FROM removed WHERE article = ?") {}

    void put(const std::string& mark, std::int64_t article) {
        insert.bind(std::nullopt, article).bind_blob(1, mark);
        insert.run();
    }

    std::optional<std::int64_t> with(const std::string& mark) {
        std::optional<std::int64_t> out;
        find.bind(std::nullopt).bind_blob(1, mark);
        if (find.step()) out = find.integer(0);
        find.reset();
        return out;
    }

    Statement note;
    Statement texts;
    Statement key;
    Statement files;
    Statement insert;
    Statement any;
    Statement find;
    Statement forget;
};

RemovedArticles::RemovedArticles(const Connection& connection)
    : state_(guarded([&] { return std::make_unique<State>(connection.database()); })) {}

RemovedArticles::~RemovedArticles() = default;

void RemovedArticles::remember(std::int64_t article, std::string_view moment) {
    guarded([&] {
        state_->note.bind(moment, article).run();
        std::vector<std::string> marks, headlines;
        state_->texts.bind(article);
        while (state_->texts.step()) {
            marks.push_back(mark("uid", state_->texts.text(0)));
            if (const auto headline = folded(state_->texts.optional_text(1))) headlines.push_back(*headline);
        }
        state_->texts.reset();
        if (state_->key.bind(article).step()) marks.push_back(mark("key", state_->key.text(0)));
        state_->key.reset();
        state_->files.bind(article);
        while (state_->files.step()) {
            for (const std::string& headline : headlines)
                marks.push_back(mark_of_headline(state_->files.blob(0), headline));
        }
        state_->files.reset();
        for (const std::string& each : marks)
            state_->put(each, article);
    });
}

bool RemovedArticles::any() {
    return guarded([&] {
        const bool out = state_->any.step();
        state_->any.reset();
        return out;
    });
}

std::optional<std::int64_t> RemovedArticles::find(const GivenArticle& given) {
    return guarded([&]() -> std::optional<std::int64_t> {
        if (const auto found = state_->with(mark("uid", given.uid))) return found;
        if (given.key) {
            if (const auto found = state_->with(mark("key", *given.key))) return found;
        }
        if (!given.file || !given.headline_folded) return std::nullopt;
        return state_->with(mark_of_headline(*given.file, *given.headline_folded));
    });
}

void RemovedArticles::forget(std::int64_t article) {
    guarded([&] { state_->forget.bind(article).run(); });
}

std::vector<Removal> list_removed(const Connection& connection) {
    return guarded([&] {
        std::vector<Removal> out;
        Statement rows(connection.database(),
                       "SELECT article, uid, headline, key, path, removed FROM removed ORDER BY article");
        while (rows.step()) {
            out.push_back({rows.integer(0), rows.text(1), rows.optional_text(2), rows.optional_text(3),
                           rows.optional_text(4), rows.text(5)});
        }
        return out;
    });
}

std::size_t forget_removed(const Connection& connection, std::span<const std::int64_t> articles) {
    return guarded([&] {
        SQLite::Database& database = connection.database();
        std::size_t forgotten = 0;
        Statement forget(database, "DELETE FROM removed WHERE article = ? RETURNING article");
        for (const std::int64_t article : articles) {
            forgotten += forget.bind(article).step() ? 1 : 0;
            forget.reset();
        }
        if (forgotten > 0) database.exec(distrust_files);
        return forgotten;
    });
}

void forget_names_of_removed(const Connection& connection) {
    guarded([&] {
        SQLite::Database& database = connection.database();
        database.exec("UPDATE removed SET headline = NULL, key = NULL, path = NULL");
        database.exec("DELETE FROM file WHERE id NOT IN (SELECT file FROM file_article)");
    });
}

}  // namespace newsarc::store
