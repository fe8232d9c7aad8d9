#include "search/plan/listing.hpp"

#include "search/plan/selection.hpp"
#include "store/article/articles.hpp"
#include "store/select/chronology.hpp"

namespace newsarc::search {
namespace {

/// The ids of one page of the list. `wanted` says which articles belong into it.
template <typename Wanted>
std::vector<std::int64_t> page(const store::Connection& connection, const ListRequest& request,
                               const Wanted& wanted) {
    std::vector<std::int64_t> ids;
    if (request.limit == std::size_t{0}) return ids;
    std::size_t to_skip = request.offset;
    store::visit_in_order(connection, request.order, [&](std::int64_t id) {
        if (!wanted(id)) return true;
        if (to_skip > 0) {
            --to_skip;
            return true;
        }
        ids.push_back(id);
        return ids.size() != request.limit;
    });
    return ids;
}

}  // namespace

std::vector<std::string> list(const store::Connection& connection, const ListRequest& request,
                              const std::function<bool(const Article&)>& visit) {
    std::vector<std::string> notes;
    std::vector<std::int64_t> ids;
    if (request.query) {
        ids = within(connection, request.limits, [&](Session& session) {
            Selection selection = select(session, request.query, request.now);
            notes = std::move(selection.notes);
            return page(connection, request, [&](std::int64_t id) {
                return selection.articles.contains(static_cast<std::size_t>(id));
            });
        });
    } else {
        ids = page(connection, request, [](std::int64_t) { return true; });
    }
    store::visit_articles(connection, ids, visit);
    return notes;
}

}  // namespace newsarc::search
