#include "search/plan/plan.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "search/rank/stop_words.hpp"
#include "search/show/spelling.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

class Planner {
public:
    Planner(std::string_view query, const QueryAnalyses& analyses, const Wildcards& wildcards)
        : wildcards_(wildcards),
          mixed_case_(text::has_lower_case(query) || text::words(query).size() == 1),
          stop_language_(analyses.stop_language(query)),
          speller_(analyses, mixed_case_) {}

    Plan run(const Node& tree, Match how) {
        plan_.root = plan_group(tree, PlanNode::Kind::sequence, true);
        if (has_content(plan_.root)) drop(plan_.root, &PlanNode::stop_word);
        if (how != Match::all && is_long() && asks_for_something()) drop(plan_.root, &PlanNode::asking);
        keep_named(plan_);
        return std::move(plan_);
    }

private:
    PlanNode plan_group(const Node& node, PlanNode::Kind kind, bool counts) {
        PlanNode group;
        group.kind = kind;
        group.occur = node.occur;
        for (const Node& child : node.children) {
            const bool child_counts = counts && child.occur != Occur::excluded;
            const bool pieces = kind == PlanNode::Kind::sequence && child.occur == Occur::optional;
            if (child.kind == NodeKind::word && pieces) {
                plan_pieces(child, child_counts, group.children);
                continue;
            }
            if (auto planned = plan_node(child, child_counts)) group.children.push_back(std::move(*planned));
            // An article may well report what a headline quotes in other words.
            if (child.kind == NodeKind::phrase && pieces && node.children.size() > 1) {
                const std::size_t first = group.children.size();
                plan_pieces(child, child_counts, group.children);
                for (std::size_t i = first; i < group.children.size(); ++i)
                    group.children[i].ranks_only = true;
            }
        }
        return group;
    }

    std::optional<PlanNode> plan_node(const Node& node, bool counts) {
        PlanNode out;
        switch (node.kind) {
            case NodeKind::sequence: out = plan_group(node, PlanNode::Kind::sequence, counts); break;
            case NodeKind::any_of: out = plan_group(node, PlanNode::Kind::any_of, counts); break;
            case NodeKind::all_of: out = plan_group(node, PlanNode::Kind::all_of, counts); break;
            case NodeKind::near: return plan_near(node, counts);
            case NodeKind::filter:
                out.kind = PlanNode::Kind::filter;
                out.occur = node.occur;
                out.filter = node;
                return out;
            case NodeKind::prefix:
            case NodeKind::wildcard:
            case NodeKind::phrase:
            case NodeKind::word: return one_of(spelled(node, node.field), node.occur, counts);
        }
        if (out.children.empty()) return std::nullopt;
        return out;
    }

    [[nodiscard]] std::vector<Term> spelled(const Node& leaf, std::optional<query::Field> field) const {
        if (leaf.kind == NodeKind::prefix) return speller_.prefix(leaf.text, field);
        if (leaf.kind != NodeKind::wildcard) return speller_.phrase(leaf.text, field);
        const auto known = wildcards_.terms.find(leaf.text);
        return {
            speller_.wildcard(leaf.text, known != wildcards_.terms.end() ? known->second : no_terms_, field)};
    }

    /// Several terms that together stand for one thing: all of them must be there.
    std::optional<PlanNode> one_of(std::vector<Term> terms, Occur occur, bool counts) {
        if (terms.empty()) return std::nullopt;
        PlanNode out;
        if (terms.size() == 1) {
            out = term_node(std::move(terms[0]), counts);
        } else {
            out.kind = PlanNode::Kind::all_of;
            for (Term& term : terms)
                out.children.push_back(term_node(std::move(term), counts));
        }
        out.occur = occur;
        return out;
    }

    std::optional<PlanNode> plan_near(const Node& node, bool counts) {
        PlanNode near;
        near.kind = PlanNode::Kind::near;
        near.occur = node.occur;
        near.distance = node.distance;
        for (const Node& child : node.children) {
            for (const Term& term : spelled(child, node.field))
                near.children.push_back(term_node(term, counts));
        }
        if (near.children.empty()) return std::nullopt;
        return near;
    }

    /// A word as it stands in running text: `Covid-19` is two words side by side.
    void plan_pieces(const Node& node, bool counts, std::vector<PlanNode>& out) {
        for (Term& term : speller_.words(node.text, node.field)) {
            const bool acronym = term.acronym || (mixed_case_ && text::is_upper_case(term.text));
            const std::string word = acronym ? std::string() : speller_.lower(term);
            const bool stop = is_stop_word(word, stop_language_);
            const bool asking = stop_language_ == "en" && is_asking_word(word);
            std::vector<Term> parts;
            if (counts && !stop) parts = speller_.parts(term.text, node.field);
            out.push_back(term_node(std::move(term), counts));
            out.back().stop_word = stop;
            out.back().asking = asking;
            for (Term& part : parts) {
                const bool kin = part.kin;
                out.push_back(term_node(std::move(part), counts));
                out.back().asking = asking;
                out.back().ranks_only = !kin;
                out.back().kin = kin;
            }
        }
    }

    PlanNode term_node(Term term, bool counts) {
        const auto [known, is_new] = numbers_.try_emplace(identity(term), plan_.terms.size());
        if (is_new) plan_.terms.push_back(std::move(term));
        PlanNode node;
        node.kind = PlanNode::Kind::term;
        node.term = known->second;
        node.counts = counts;
        return node;
    }

    /// The same for terms that are equal to the index, such as `weapon` and `weapons`, and are looked for in
    /// the same part.
    static std::string identity(const Term& term) {
        std::string out(1, term.prefix ? '*' : ' ');
        for (const Spelling& spelling : term.spellings) {
            out += static_cast<char>('0' + static_cast<int>(spelling.phrase.part));
            out += spelling.phrase.further ? "+\n" : "\n";
            for (const std::string& stem : spelling.stems)
                out.append(stem) += '\n';
            for (const Homograph kind : spelling.kinds)
                out += static_cast<char>('0' + static_cast<int>(kind));
            out += '\n';
        }
        return out;
    }

    /// True when something is looked for that is no stop word.
    static bool has_content(const PlanNode& node) {
        if (node.occur == Occur::excluded || node.kind == PlanNode::Kind::filter) return false;
        if (node.kind == PlanNode::Kind::term) return !node.stop_word;
        return std::ranges::any_of(node.children, has_content);
    }

    [[nodiscard]] bool is_long() const {
        const auto words = std::ranges::count_if(plan_.root.children, [this](const PlanNode& node) {
            const bool is_part = node.kind == PlanNode::Kind::term && plan_.terms[node.term].part;
            return node.kind != PlanNode::Kind::filter && !is_part;
        });
        return static_cast<std::size_t>(words) >= long_query;
    }

    /// True when a long query still says something without the words that it asks with.
    [[nodiscard]] bool asks_for_something() const {
        return std::ranges::any_of(plan_.root.children,
                                   [](const PlanNode& node) { return !node.asking && has_content(node); });
    }

    /// Takes the terms that are `what` out of the tree, and groups that nothing is left of.
    static void drop(PlanNode& node, bool PlanNode::*what) {
        std::erase_if(node.children, [&](const PlanNode& child) { return child.*what; });
        for (PlanNode& child : node.children)
            drop(child, what);
        std::erase_if(node.children, [](const PlanNode& child) {
            return child.children.empty() && child.kind != PlanNode::Kind::term &&
                   child.kind != PlanNode::Kind::filter;
        });
    }

    /// Leaves the terms that the tree names, and counts how often each of them does.
    static void keep_named(Plan& plan) {
        std::vector<Term> named;
        std::vector<std::size_t> numbers(plan.terms.size(), SIZE_MAX);
        const auto visit = [&](const auto& self, PlanNode& node) -> void {
            if (node.kind == PlanNode::Kind::term) {
                std::size_t& number = numbers[node.term];
                if (number == SIZE_MAX) {
                    number = named.size();
                    named.push_back(std::move(plan.terms[node.term]));
                }
                node.term = number;
                if (node.counts) named[number].weight += 1;
            }
            for (PlanNode& child : node.children)
                self(self, child);
        };
        visit(visit, plan.root);
        plan.terms = std::move(named);
    }

    /// Words from which on a query is a text that asks, and not words that were looked for.
    static constexpr std::size_t long_query = 10;

    const Wildcards& wildcards_;
    const std::vector<std::string> no_terms_;
    bool mixed_case_;                 ///< so that capitals tell an acronym
    std::string_view stop_language_;  ///< whose stop words are left aside
    Speller speller_;
    Plan plan_;
    std::unordered_map<std::string, std::size_t> numbers_;  ///< of the terms, by identity()
};

}  // namespace

Plan make_plan(const Node& tree, std::string_view query, Match how, const QueryAnalyses& analyses,
               const Wildcards& wildcards) {
    return Planner(query, analyses, wildcards).run(tree, how);
}

store::Positions wanted_positions(const PlanNode& node) {
    const bool near =
        node.kind == PlanNode::Kind::near || std::ranges::any_of(node.children, [](const PlanNode& child) {
            return wanted_positions(child) == store::Positions::yes;
        });
    return near ? store::Positions::yes : store::Positions::no;
}

}  // namespace newsarc::search
