#pragma once

#include <newsarc/search.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"
#include "text/analysis/analyser.hpp"

namespace newsarc::store {

/// What an article says, as it was indexed.
struct ArticleText {
    std::string headline;
    std::string body;
    std::string headline_terms;
    std::string body_terms;

    /// What the tokenizer gives the words of, as search has them; views of the members.
    [[nodiscard]] std::vector<std::string_view> indexed(text::Analysis analysis) const {
        if (analysis != text::stock_analysis) return {headline_terms, body_terms};
        return {headline, body, headline_terms, body_terms};
    }
};

/// Reads what a search needs of the articles it found; keeps its statements prepared.
class FoundReader {
public:
    explicit FoundReader(const Connection& connection);
    FoundReader(FoundReader&&) noexcept;
    FoundReader& operator=(FoundReader&&) noexcept;
    ~FoundReader();

    /// Empty when there is no such article.
    [[nodiscard]] std::optional<ArticleText> text(std::int64_t id);

    /// The article as a hit, its rank, score, snippet and marks left for the caller to fill.
    [[nodiscard]] std::optional<Hit> hit(std::int64_t id);

    /// When it was published, in Unix seconds; empty when that is not known.
    [[nodiscard]] std::optional<std::int64_t> published(std::int64_t id);

private:
    struct Statements;
    std::unique_ptr<Statements> statements_;
};

}  // namespace newsarc::store
