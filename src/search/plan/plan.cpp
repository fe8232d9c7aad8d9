#include "search/plan/plan.hpp"

#include <algorithm>
#include <optional>

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
    Planner(std::string_view query, const store::Tokenizer& tokenizer)
        : mixed_case_(text::has_lower_case(query) || text::words(query).size() == 1),
          speller_(tokenizer, mixed_case_) {}

    Plan run(const Node& tree) {
        plan_.root = plan_group(tree, PlanNode::Kind::sequence, true);
        if (has_content(plan_.root)) drop_stop_words(plan_.root);
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
            } else if (auto planned = plan_node(child, child_counts)) {
                group.children.push_back(std::move(*planned));
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
            case NodeKind::prefix: return one_of(speller_.prefix(node.text, node.field), node.occur, counts);
            case NodeKind::phrase:
            case NodeKind::word: return one_of(speller_.phrase(node.text, node.field), node.occur, counts);
        }
        if (out.children.empty()) return std::nullopt;
        return out;
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
            const auto planned = child.kind == NodeKind::prefix ? speller_.prefix(child.text, node.field)
                                                                : speller_.phrase(child.text, node.field);
            for (const Term& term : planned)
                near.children.push_back(term_node(term, counts));
        }
        if (near.children.empty()) return std::nullopt;
        return near;
    }

    /// A word as it stands in running text: `Covid-19` is two words side by side.
    void plan_pieces(const Node& node, bool counts, std::vector<PlanNode>& out) {
        for (Term& term : speller_.words(node.text, node.field)) {
            const bool acronym = term.acronym || (mixed_case_ && text::is_upper_case(term.text));
            const bool stop = !acronym && is_stop_word(speller_.lower(term));
            out.push_back(term_node(std::move(term), counts));
            out.back().stop_word = stop;
        }
    }

    PlanNode term_node(Term term, bool counts) {
        auto known = std::ranges::find_if(plan_.terms, [&](const Term& other) {
            return other.spellings == term.spellings || same_stems(other, term);
        });
        if (known == plan_.terms.end()) known = plan_.terms.insert(known, std::move(term));
        if (counts) known->weight += 1;
        PlanNode node;
        node.kind = PlanNode::Kind::term;
        node.term = static_cast<std::size_t>(known - plan_.terms.begin());
        return node;
    }

    /// Equal to the index, such as `weapon` and `weapons`, and looked for in the same columns.
    static bool same_stems(const Term& a, const Term& b) {
        return a.prefix == b.prefix && a.spellings.size() == b.spellings.size() &&
               std::ranges::equal(a.spellings, b.spellings, [](const Spelling& x, const Spelling& y) {
                   return x.stems == y.stems && columns_of(x) == columns_of(y);
               });
    }

    static std::string_view columns_of(const Spelling& spelling) {
        return std::string_view(spelling.match).substr(0, spelling.match.find('"'));
    }

    /// True when something is looked for that is no stop word.
    static bool has_content(const PlanNode& node) {
        if (node.occur == Occur::excluded || node.kind == PlanNode::Kind::filter) return false;
        if (node.kind == PlanNode::Kind::term) return !node.stop_word;
        return std::ranges::any_of(node.children, has_content);
    }

    void drop_stop_words(PlanNode& node) {
        std::erase_if(node.children, [&](const PlanNode& child) {
            if (child.stop_word) plan_.terms[child.term].weight -= 1;
            return child.stop_word;
        });
        for (PlanNode& child : node.children)
            drop_stop_words(child);
        std::erase_if(node.children, [](const PlanNode& child) {
            return child.children.empty() && child.kind != PlanNode::Kind::term &&
                   child.kind != PlanNode::Kind::filter;
        });
    }

    bool mixed_case_;  ///< so that capitals tell an acronym
    Speller speller_;
    Plan plan_;
};

}  // namespace

Plan make_plan(const Node& tree, std::string_view query, const store::Tokenizer& tokenizer) {
    return Planner(query, tokenizer).run(tree);
}

}  // namespace newsarc::search
