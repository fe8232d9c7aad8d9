#include "search/show/matcher.hpp"

#include <algorithm>

namespace newsarc::search {
namespace {

using query::Occur;

/// The positions of a term, by article.
class Places {
public:
    explicit Places(const store::Postings& postings) : postings_(postings) {
        std::size_t begin = 0;
        begins_.reserve(postings.articles.size());
        for (const store::Posting& posting : postings.articles) {
            begins_.push_back(begin);
            begin += posting.places;
        }
    }

    /// None for an article without it.
    [[nodiscard]] std::span<const std::uint32_t> in(std::uint32_t article) const {
        const auto at = std::ranges::lower_bound(postings_.articles, article, {}, &store::Posting::article);
        if (at == postings_.articles.end() || at->article != article) return {};
        const auto number = static_cast<std::size_t>(at - postings_.articles.begin());
        return std::span(postings_.positions).subspan(begins_[number], at->places);
    }

private:
    const store::Postings& postings_;
    std::vector<std::size_t> begins_;
};

}  // namespace

bool stand_near(std::span<const std::span<const std::uint32_t>> positions, int distance) {
    std::vector<std::size_t> at(positions.size(), 0);
    if (std::ranges::any_of(positions, [](const auto& list) { return list.empty(); })) return false;
    const auto between =
        static_cast<std::uint32_t>(distance) + static_cast<std::uint32_t>(positions.size()) - 1;
    while (true) {
        std::size_t least = 0;
        std::uint32_t greatest = 0;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            if (positions[i][at[i]] < positions[least][at[least]]) least = i;
            greatest = std::max(greatest, positions[i][at[i]]);
        }
        if (greatest - positions[least][at[least]] <= between) return true;
        if (++at[least] == positions[least].size()) return false;
    }
}

const DocSet& Matcher::of_term(std::size_t term) const {
    if (const auto known = terms_.find(term); known != terms_.end()) return known->second;
    DocSet out(articles_.size());
    for (const store::Posting& posting : postings_[term].articles)
        out.insert(posting.article);
    return terms_.emplace(term, std::move(out)).first->second;
}

DocSet Matcher::match(const PlanNode& node, Match how) const {
    switch (node.kind) {
        case PlanNode::Kind::term: return of_term(node.term);
        case PlanNode::Kind::near: return match_near(node);
        case PlanNode::Kind::filter: {
            const auto known = filtered_.find(&node);
            return known != filtered_.end() ? known->second
                                            : filtered_.emplace(&node, filter_(node.filter)).first->second;
        }
        case PlanNode::Kind::sequence: return match_sequence(node, how);
        case PlanNode::Kind::any_of:
        case PlanNode::Kind::all_of: return match_group(node, how);
    }
    return DocSet(articles_.size());
}

DocSet Matcher::match_sequence(const PlanNode& node, Match how) const {
    DocSet out = articles_;
    std::optional<DocSet> any;
    bool required = false;
    for (const PlanNode& child : node.children) {
        if (child.ranks_only || (child.kin && how != Match::best)) continue;
        const DocSet found = match(child, how);
        const bool filter = child.kind == PlanNode::Kind::filter;
        if (child.occur == Occur::excluded) {
            out -= found;
        } else if (child.occur == Occur::required || filter || how == Match::all) {
            out &= found;
            required = required || !filter;
        } else if (any) {
            *any |= found;
        } else {
            any = found;
        }
    }
    if (any && !required) out &= *any;
    return out;
}

std::optional<DocSet> Matcher::match_but_words(const PlanNode& root) const {
    DocSet out = articles_;
    bool asked = false;
    for (const PlanNode& child : root.children) {
        const bool filter = child.kind == PlanNode::Kind::filter;
        if (child.occur == Occur::excluded) {
            out -= match(child, Match::any);
        } else if (filter) {
            out &= match(child, Match::any);
        } else if (child.occur == Occur::required) {
            return std::nullopt;
        } else {
            asked = true;
        }
    }
    if (!asked) return std::nullopt;
    return out;
}

DocSet Matcher::match_group(const PlanNode& node, Match how) const {
    const bool all = node.kind == PlanNode::Kind::all_of;
    DocSet out = all ? articles_ : DocSet(articles_.size());
    for (const PlanNode& child : node.children) {
        DocSet found = match(child, how);
        if (child.occur == Occur::excluded) {
            DocSet others = articles_;
            others -= found;
            found = others;
        }
        if (all) {
            out &= found;
        } else {
            out |= found;
        }
    }
    return out;
}

DocSet Matcher::match_near(const PlanNode& node) const {
    DocSet out(articles_.size());
    std::vector<Places> terms;
    for (const PlanNode& child : node.children)
        terms.emplace_back(postings_[child.term]);
    std::vector<std::span<const std::uint32_t>> positions(terms.size());
    for (const store::Posting& posting : postings_[node.children[0].term].articles) {
        for (std::size_t i = 0; i < terms.size(); ++i)
            positions[i] = terms[i].in(posting.article);
        if (stand_near(positions, node.distance)) out.insert(posting.article);
    }
    return out;
}

}  // namespace newsarc::search
