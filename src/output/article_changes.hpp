#pragma once

#include <newsarc/article.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

/// A field, paragraph, link or note as two versions of an article have it: in both, or in one.
struct PartChange {
    std::string_view part;  ///< `headline`, `paragraph`, `link`, …
    std::optional<std::string> from;
    std::optional<std::string> to;
    bool is_field = false;  ///< there is one of it, and its name says what it is

    [[nodiscard]] bool is_same() const { return from == to; }
};

/// All parts of two versions of an article, in order. Of parts that were replaced, each stands
/// with the one that took its place.
std::vector<PartChange> article_changes(const Article& from, const Article& to);

}  // namespace newsarc::output
