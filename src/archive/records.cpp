#include "archive/records.hpp"

#include "archive/results.hpp"
#include "store/article_writer.hpp"
#include "store/articles.hpp"
#include "store/vocabulary.hpp"
#include "text/fingerprint.hpp"
#include "text/letters.hpp"

#include <optional>

namespace newsarc::archive {
namespace {

std::int64_t count_words(const Article& article) {
    return static_cast<std::int64_t>(text::count_words(article.headline.value_or("")) +
                                     text::count_words(article.body));
}

/// A key that is known updates its article; content that is known is not stored twice.
AddResult put(const store::Connection& connection, store::ArticleWriter& writer, const Article& article,
              NearDuplicatePolicy near_duplicates) {
    const auto same_content = store::id_of_uid(connection, article.uid);
    if (const auto known = article.key ? store::id_of_key(connection, *article.key) : std::nullopt) {
        if (same_content) return duplicate_of(*same_content, article);
        writer.update(*known, article);
        return result_for(AddStatus::updated, *known, article);
    }
    if (same_content) {
        if (article.key) store::set_key(connection, *same_content, *article.key);
        return duplicate_of(*same_content, article);
    }
    const store::Comparison comparison = writer.compare(article);
    if (!comparison.like.empty() && near_duplicates == NearDuplicatePolicy::skip) {
        return added_or_like(std::nullopt, article, comparison);
    }
    return added_or_like(writer.insert(article, std::nullopt, comparison), article, comparison);
}

}  // namespace

std::vector<AddResult> add_records(const store::Connection& connection, std::span<const Article> records,
                                   const AddOptions& options) {
    store::Transaction transaction(connection);
    store::ArticleWriter writer(connection);
    std::vector<AddResult> results;
    for (const Article& record : records) {
        Article article = record;
        article.uid = text::content_uid(article);
        if (!article.added) article.added = options.added;
        article.words = count_words(article);
        results.push_back(put(connection, writer, article, options.near_duplicates));
    }
    if (!options.dry_run) {
        store::refresh_vocabulary(connection);
        transaction.commit();
    }
    return results;
}

}  // namespace newsarc::archive
