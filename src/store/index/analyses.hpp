#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "store/index/tokenizer.hpp"
#include "text/analysis/analyser.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::store {

/// The terms of an article that the stock tokenizer would not find in its texts; the article table holds
/// them too. With the stock analysis they are those of acronyms and units alone, and headline and body are
/// searched beside them; with any other they are all that newsarc searches.
struct FurtherText {
    text::Analysis analysis = text::stock_analysis;
    std::optional<std::string> headline_terms;
    std::optional<std::string> body_terms;
    std::size_t length = 0;  ///< words and pairs of characters in headline and body, for ranking
};

/// The tokenizer of the index and the analysers of text::Analyser, each made when it is first asked for.
/// To be used by one thread at a time.
class Analyses {
public:
    Analyses() = default;

    /// Takes less time; the database is that of an archive, and must outlive it.
    explicit Analyses(SQLite::Database& database) : tokenizer_(database) {}

    [[nodiscard]] const Tokenizer& tokenizer() const { return tokenizer_; }
    /// Throws Error(archive_damaged) for an analysis that there is not.
    [[nodiscard]] const text::Analyser& analyser(text::Analysis analysis) const;

    /// Of the words of headline and body, the language of an article and its other titles, which are found as
    /// its headline is: their words are put to its terms.
    [[nodiscard]] FurtherText further_text(const text::TextWords& headline, const text::TextWords& body,
                                           const Article& article) const;
    [[nodiscard]] FurtherText further_text(const Article& article) const;

private:
    [[nodiscard]] bool are_stock(const text::TextWords& text) const;

    Tokenizer tokenizer_;
    mutable std::map<text::Analysis, text::Analyser> analysers_;
};

}  // namespace newsarc::store
