#include "archive/keeper.hpp"

#include "archive/results.hpp"
#include "store/vocabulary.hpp"

namespace newsarc::archive {

Keeper::Keeper(const store::Connection& connection, const AddOptions& options)
    : connection_(connection),
      options_(options),
      known_(connection),
      articles_(connection),
      originals_(connection) {}

void Keeper::begin() {
    transaction_.emplace(connection_);
}

std::vector<AddResult> Keeper::keep(PreparedInput& input, const std::string& added) {
    if (input.failure) return {*input.failure};
    std::vector<AddResult> results;
    std::optional<std::int64_t> original;  // stored with the first article that is new
    for (PreparedPart& part : input.articles) {
        Article& article = part.prepared.article;
        if (!article.added) article.added = added;
        results.push_back(keep_article(input, part, original));
    }
    return results;
}

void Keeper::commit(Vocabulary vocabulary) {
    if (!options_.dry_run) {
        articles_.flush();
        if (vocabulary == Vocabulary::refresh) store::refresh_vocabulary(connection_);
        transaction_->commit();
    }
    transaction_.reset();
}

AddResult Keeper::keep_article(PreparedInput& input, PreparedPart& part,
                               std::optional<std::int64_t>& original) {
    const Article& article = part.prepared.article;
    const auto same_content = known_.with_uid(article.uid);
    if (const auto known = article.key ? known_.with_key(*article.key) : std::nullopt) {
        if (same_content) return duplicate_of(*same_content, article);
        articles_.update(*known, part.prepared);
        return result_for(AddStatus::updated, *known, article);
    }
    if (same_content) {
        if (article.key) known_.give_key(*same_content, *article.key);
        return duplicate_of(*same_content, article);
    }
    const store::Comparison comparison = articles_.compare(part.prepared);
    if (!comparison.like.empty() && options_.near_duplicates == NearDuplicatePolicy::skip) {
        return added_or_like(std::nullopt, article, comparison);
    }
    std::optional<store::Origin> origin;
    if (input.original) {
        if (!original) original = originals_.put(*input.original);
        origin = {*original, part.offset, part.length};
    }
    return added_or_like(articles_.insert(part.prepared, origin, comparison), article, comparison);
}

}  // namespace newsarc::archive
