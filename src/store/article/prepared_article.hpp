#pragma once

#include <newsarc/article.hpp>

#include <optional>
#include <string>

#include "store/duplicate/near_duplicates.hpp"
#include "store/index/index.hpp"

namespace newsarc::store {

/// An article with all that is stored with it and can be told from the article alone.
struct PreparedArticle {
    Article article;  ///< its uid set
    IndexedText text;
    std::optional<std::string> headline_folded;
    SketchedText sketched;
};

/// A headline or title as they are matched with each other; empty when nothing is left of it.
std::optional<std::string> folded(const std::optional<std::string>& title);

/// Makes articles ready to be stored: most of the work, none of which needs the archive. Each may be
/// used by one thread at a time.
class Preparer {
public:
    Preparer() : reader_(analyses_.tokenizer()) {}
    Preparer(const Preparer&) = delete;
    Preparer& operator=(const Preparer&) = delete;

    [[nodiscard]] PreparedArticle prepare(Article article) const;

private:
    Analyses analyses_;
    mutable ColumnReader reader_;
};

}  // namespace newsarc::store
