#include "store/article/derived.hpp"

#include <SQLiteCpp/Database.h>

#include "store/article/prepared_article.hpp"
#include "store/index/index.hpp"
#include "store/sql/statement.hpp"

namespace newsarc::store {

std::optional<std::int64_t> date_of(const std::optional<DateTime>& published,
                                    const std::optional<DateTime>& updated) {
    std::optional<DateTime> date = published ? published : updated;
    if (!date) return std::nullopt;
    date->offset_minutes.reset();
    return to_unix_seconds(*date);
}

Derived derive(const Article& article) {
    Derived out;
    FurtherText text = further_text(article.headline, article.body);
    add_titles(text, article.titles);
    out.headline_folded = folded(article.headline);
    out.published_at = date_of(article.published, article.updated);
    out.headline_terms = text.headline_terms;
    out.body_terms = text.body_terms;
    for (const Link& link : article.links) {
        out.titles_folded.push_back(link.kind == LinkKind::related ? folded(link.title) : std::nullopt);
    }
    out.length = text.length;
    return out;
}

struct StoredDerived::Statements {
    explicit Statements(const SQLite::Database& database)
        : article(database,
                  "SELECT headline_folded, published_at, headline_terms, body_terms FROM article "
                  "WHERE id = ?"),
          titles(database, "SELECT title_folded, position FROM link WHERE article = ? ORDER BY position"),
          set_article(database,
                      "UPDATE article SET headline_folded = ?, published_at = ?, headline_terms = ?, "
                      "body_terms = ? WHERE id = ?"),
          set_title(database, "UPDATE link SET title_folded = ? WHERE article = ? AND position = ?") {}

    Statement article;
    Statement titles;
    Statement set_article;
    Statement set_title;
};

StoredDerived::StoredDerived(const Connection& connection)
    : statements_(guarded([&] { return std::make_unique<Statements>(connection.database()); })) {}

StoredDerived::~StoredDerived() = default;

std::vector<std::string> StoredDerived::differing(std::int64_t id, const Derived& wanted) {
    return guarded([&] {
        std::vector<std::string> out;
        Statement& row = statements_->article;
        if (row.bind(id).step()) {
            if (row.optional_text(0) != wanted.headline_folded) out.emplace_back("headline_folded");
            if (row.optional_integer(1) != wanted.published_at) out.emplace_back("published_at");
            if (row.optional_text(2) != wanted.headline_terms) out.emplace_back("headline_terms");
            if (row.optional_text(3) != wanted.body_terms) out.emplace_back("body_terms");
        }
        row.reset();
        std::vector<std::optional<std::string>> titles;
        statements_->titles.bind(id);
        while (statements_->titles.step())
            titles.push_back(statements_->titles.optional_text(0));
        statements_->titles.reset();
        if (titles != wanted.titles_folded) out.emplace_back("link.title_folded");
        return out;
    });
}

void StoredDerived::write(std::int64_t id, const Derived& wanted) {
    guarded([&] {
        statements_->set_article
            .bind(wanted.headline_folded, wanted.published_at, wanted.headline_terms, wanted.body_terms, id)
            .run();
        std::vector<std::int64_t> positions;
        statements_->titles.bind(id);
        while (statements_->titles.step())
            positions.push_back(statements_->titles.integer(1));
        statements_->titles.reset();
        for (std::size_t i = 0; i < positions.size() && i < wanted.titles_folded.size(); ++i)
            statements_->set_title.bind(wanted.titles_folded[i], id, positions[i]).run();
    });
}

}  // namespace newsarc::store
