#include "store/index/found.hpp"

#include <SQLiteCpp/Database.h>

#include "store/sql/statement.hpp"

namespace newsarc::store {

struct FoundReader::Statements {
    explicit Statements(const SQLite::Database& database)
        : text(database, "SELECT headline, headline_terms, body_terms, body FROM article WHERE id = ?"),
          hit(database,
              "SELECT uid, key, headline, credit, byline, published, added, language FROM article "
              "WHERE id = ?"),
          tags(database, "SELECT name FROM tag WHERE article = ? ORDER BY name"),
          similar(database,
                  "SELECT count(*) FROM cluster WHERE article <> ?1 AND "
                  "first = (SELECT first FROM cluster WHERE article = ?1)"),
          published(database, "SELECT published_at FROM article WHERE id = ?") {}

    Statement text;
    Statement hit;
    Statement tags;
    Statement similar;
    Statement published;
};

FoundReader::FoundReader(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

FoundReader::FoundReader(FoundReader&&) noexcept = default;
FoundReader& FoundReader::operator=(FoundReader&&) noexcept = default;
FoundReader::~FoundReader() = default;

std::optional<ArticleText> FoundReader::text(std::int64_t id) {
    return guarded([&]() -> std::optional<ArticleText> {
        Statement& row = statements_->text;
        if (!row.bind(id).step()) return std::nullopt;
        ArticleText out;
        out.headline = row.text(0);
        out.headline_terms = row.text(1);
        out.body_terms = row.text(2);
        out.body = row.text(3);
        row.reset();
        return out;
    });
}

std::optional<Hit> FoundReader::hit(std::int64_t id) {
    return guarded([&]() -> std::optional<Hit> {
        Statement& row = statements_->hit;
        if (!row.bind(id).step()) return std::nullopt;
        Hit out;
        out.id = id;
        out.uid = row.text(0);
        out.key = row.optional_text(1);
        out.headline = row.optional_text(2);
        out.credit = row.optional_text(3);
        out.byline = row.optional_text(4);
        if (const auto published = row.optional_text(5)) out.published = from_iso(*published);
        out.added = row.text(6);
        out.language = row.optional_text(7);
        row.reset();
        statements_->tags.bind(id);
        while (statements_->tags.step())
            out.tags.push_back(statements_->tags.text(0));
        statements_->similar.bind(id).step();
        out.similar = static_cast<std::size_t>(statements_->similar.integer(0));
        statements_->similar.reset();
        return out;
    });
}

std::optional<std::int64_t> FoundReader::published(std::int64_t id) {
    return guarded([&]() -> std::optional<std::int64_t> {
        Statement& row = statements_->published;
        std::optional<std::int64_t> out;
        if (row.bind(id).step()) out = row.optional_integer(0);
        row.reset();
        return out;
    });
}

}  // namespace newsarc::store
