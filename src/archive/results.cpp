#include "archive/results.hpp"

namespace newsarc::archive {

AddResult failed(const std::optional<std::string>& path, const Error& error) {
    AddResult result;
    result.status = AddStatus::failed;
    result.path = path;
    result.error = error.what();
    if (!error.hint().empty()) result.hint = error.hint();
    result.code = error.code();
    return result;
}

AddResult result_for(AddStatus status, std::optional<std::int64_t> id, const Article& article) {
    AddResult result;
    result.status = status;
    result.id = id;
    result.uid = article.uid;
    result.key = article.key;
    result.path = article.path;
    result.headline = article.headline;
    result.warnings = article.warnings;
    return result;
}

AddResult added_or_like(std::optional<std::int64_t> id, const Article& article,
                        const store::Comparison& comparison) {
    if (comparison.like.empty()) return result_for(AddStatus::added, id, article);
    AddResult result = result_for(AddStatus::near_duplicate, id, article);
    result.of = comparison.like.front().article;
    result.similarity = comparison.like.front().similarity;
    return result;
}

AddResult removed_before(const Article& article) {
    AddResult result = result_for(AddStatus::removed_before, std::nullopt, article);
    result.warnings.clear();
    return result;
}

AddResult duplicate_of(std::int64_t id, const Article& article) {
    AddResult result = result_for(AddStatus::duplicate, id, article);
    result.of = id;
    return result;
}

}  // namespace newsarc::archive
