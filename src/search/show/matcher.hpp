#pragma once

#include <newsarc/search.hpp>

#include <functional>
#include <map>
#include <optional>
#include <span>

#include "search/plan/doc_set.hpp"
#include "search/plan/plan.hpp"
#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// Tells which articles a plan matches.
class Matcher {
public:
    /// `postings` are those of the plan's terms, `articles` all of the archive; `filter` gives the
    /// articles that a filter lets through. All of them must outlive the matcher.
    Matcher(std::span<const store::Postings> postings, const DocSet& articles,
            std::function<DocSet(const query::Node&)> filter)
        : postings_(postings), articles_(articles), filter_(std::move(filter)) {}

    /// With Match::all each word must be there, otherwise any of them; what is required, excluded
    /// or filtered counts the same either way. A group of filters and exclusions alone matches
    /// all articles that they let through.
    [[nodiscard]] DocSet match(const PlanNode& node, Match how) const;

    /// The articles that only lack the words of the plan: they hold what is excluded as little, and fields
    /// let them through. Empty where a word is required, or none is asked for.
    [[nodiscard]] std::optional<DocSet> match_but_words(const PlanNode& root) const;

private:
    [[nodiscard]] DocSet match_sequence(const PlanNode& node, Match how) const;
    [[nodiscard]] DocSet match_group(const PlanNode& node, Match how) const;
    [[nodiscard]] DocSet match_near(const PlanNode& node) const;
    [[nodiscard]] const DocSet& of_term(std::size_t term) const;

    std::span<const store::Postings> postings_;
    const DocSet& articles_;
    std::function<DocSet(const query::Node&)> filter_;
    // A plan is matched more than once, each part of it is looked up once.
    mutable std::map<std::size_t, DocSet> terms_;
    mutable std::map<const PlanNode*, DocSet> filtered_;
};

/// True when positions of all lists, each ascending, fall together: no more than `distance` words
/// between the first and the last, those that stand there themselves not counted.
bool stand_near(std::span<const std::span<const std::uint32_t>> positions, int distance);

}  // namespace newsarc::search
