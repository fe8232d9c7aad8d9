#include "store/article/prepared_article.hpp"

#include <utility>

#include "text/unicode/fold.hpp"

namespace newsarc::store {

std::optional<std::string> folded(const std::optional<std::string>& title) {
    if (!title) return std::nullopt;
    std::string out = text::fold(*title);
    if (out.empty()) return std::nullopt;
    return out;
}

PreparedArticle Preparer::prepare(Article article) const {
    PreparedArticle out;
    out.text = indexed_text(analyses_, reader_, article);
    out.headline_folded = folded(article.headline);
    out.sketched = sketched(article.headline.value_or(""), article.body);
    out.article = std::move(article);
    return out;
}

}  // namespace newsarc::store
