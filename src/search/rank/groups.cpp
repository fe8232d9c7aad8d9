#include "search/rank/groups.hpp"

#include <unordered_set>

#include "store/duplicate/clusters.hpp"

namespace newsarc::search {

Groups::Groups(const store::Connection& connection) {
    store::visit_clustered(connection, [this](std::int64_t id, std::int64_t first) {
        groups_.emplace(static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(first));
    });
}

std::uint32_t Groups::group_of(std::uint32_t article) const {
    const auto known = groups_.find(article);
    return known == groups_.end() ? article : known->second;
}

std::size_t Groups::repeats(const DocSet& articles) const {
    std::unordered_set<std::uint32_t> seen;
    std::size_t members = 0;
    for (const auto& [article, group] : groups_) {
        if (!articles.contains(article)) continue;
        ++members;
        seen.insert(group);
    }
    return members - seen.size();
}

void Groups::keep_first(std::vector<Scored>& ranked, std::size_t most) const {
    std::unordered_set<std::uint32_t> seen;
    std::erase_if(ranked, [&](const Scored& each) { return !seen.insert(group_of(each.article)).second; });
    if (ranked.size() > most) ranked.resize(most);
}

}  // namespace newsarc::search
