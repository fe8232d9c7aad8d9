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
    const text::TextWords headline =
        text::read_words(article.headline ? std::string_view(*article.headline) : std::string_view());
    const text::TextWords body = text::read_words(article.body);
    out.text = indexed_text(analyses_, reader_, headline, body, article);
    out.headline_folded = folded(article.headline);
    out.sketched = sketched(headline, body);
    out.article = std::move(article);
    return out;
}

}  // namespace newsarc::store
