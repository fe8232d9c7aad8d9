#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "search/plan/doc_set.hpp"
#include "search/rank/top.hpp"
#include "store/sql/connection.hpp"

namespace newsarc::search {

/// Near duplicates taken as one: a result of groups, each shown by its best article.
class Groups {
public:
    explicit Groups(const store::Connection& connection);

    /// How many of these articles stand behind another of their group.
    [[nodiscard]] std::size_t repeats(const DocSet& articles) const;

    /// Leaves the first article of each group, and of these the first `most`.
    void keep_first(std::vector<Scored>& ranked, std::size_t most) const;

private:
    [[nodiscard]] std::uint32_t group_of(std::uint32_t article) const;

    std::unordered_map<std::uint32_t, std::uint32_t> groups_;  ///< of those that are near duplicates
};

}  // namespace newsarc::search
