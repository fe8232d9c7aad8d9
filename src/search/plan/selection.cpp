#include "search/plan/selection.hpp"

#include <newsarc/error.hpp>

#include "query/parser.hpp"
#include "search/plan/lookup.hpp"
#include "search/plan/plan.hpp"
#include "search/show/matcher.hpp"
#include "store/select/filters.hpp"

namespace newsarc::search {

DocSet filtered(const Session& session, const query::Node& filter) {
    DocSet out(session.lengths.size());
    store::visit_filtered(session.connection, filter, [&](std::int64_t id) { out.insert(id); });
    return out;
}

namespace {

/// The terms that something must hold, or may; not those that only order what is found.
void collect_terms(const Plan& plan, const PlanNode& node, std::vector<Term>& out) {
    if (node.ranks_only || node.occur == query::Occur::excluded) return;
    if (node.kind == PlanNode::Kind::term) {
        out.push_back(plan.terms[node.term]);
        out.back().weight = 1;
    }
    for (const PlanNode& child : node.children)
        collect_terms(plan, child, out);
}

}  // namespace

Selection select(Session& session, const std::optional<std::string>& query, std::optional<std::int64_t> now) {
    if (!query) return {session.articles, "*", {}};
    const query::Query read = query::parse(*query, now);
    if (!read.mistakes.empty()) {
        const query::Mistake& first = read.mistakes.front();
        throw Error(ErrorCode::usage, first.what, first.hint).at({*query, first.begin, first.end});
    }
    Selection out{session.articles, read.everything ? "*" : query::to_string(read.tree), read.notes};
    if (read.everything) return out;
    const Wildcards wildcards = find_wildcards(session, read.tree);
    out.notes.insert(out.notes.end(), wildcards.notes.begin(), wildcards.notes.end());
    const Plan plan =
        make_plan(read.tree, *query, Match::all, {session.words, session.analyses, read.tree}, wildcards);
    if (plan.root.children.empty()) {
        out.notes.emplace_back("the query holds nothing to look for; * finds all");
        out.articles = DocSet(session.lengths.size());
        return out;
    }
    const std::vector<store::Postings> postings = look_up(session, plan.terms, wanted_positions(plan.root));
    const Matcher matcher(postings, session.articles,
                          [&](const query::Node& filter) { return filtered(session, filter); });
    out.articles = matcher.match(plan.root, Match::all);
    session.watch.check();
    collect_terms(plan, plan.root, out.terms);
    return out;
}

}  // namespace newsarc::search
