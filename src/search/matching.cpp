#include "search/matching.hpp"

#include "query/parser.hpp"
#include "search/matcher.hpp"
#include "search/plan.hpp"
#include "search/session.hpp"
#include "store/filters.hpp"

namespace newsarc::search {

Matches matching(const store::Connection& connection, const MatchRequest& request) {
    return within(connection, request.limits, [&](Session& session) {
        const query::Query query = query::parse(request.query, request.now);
        const Plan plan = make_plan(query.tree, request.query, session.tokenizer);
        const auto postings = session.postings(plan.terms);
        const Matcher matcher(postings, session.articles, [&](const query::Node& filter) {
            DocSet out(session.lengths.size());
            store::visit_filtered(session.connection, filter, [&](std::int64_t id) { out.insert(id); });
            return out;
        });
        session.watch.check();
        Matches out;
        out.notes = query.notes;
        matcher.match(plan.root, Match::all).for_each([&](std::uint32_t id) { out.ids.push_back(id); });
        return out;
    });
}

}  // namespace newsarc::search
