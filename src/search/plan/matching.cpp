#include "search/plan/matching.hpp"

#include "search/plan/selection.hpp"

namespace newsarc::search {

Matches matching(const store::Connection& connection, const MatchRequest& request) {
    return within(connection, request.limits, [&](Session& session) {
        Selection selection = select(session, request.query, request.now);
        Matches out;
        out.notes = std::move(selection.notes);
        selection.articles.for_each([&](std::uint32_t id) { out.ids.push_back(id); });
        return out;
    });
}

}  // namespace newsarc::search
