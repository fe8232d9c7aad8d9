#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "search/plan/doc_set.hpp"

namespace newsarc::search {

/// An article and its score.
struct Scored {
    std::uint32_t article = 0;
    double score = 0;
};

/// The best `count` of the articles, best first; an article's id is the index of its score. Equal
/// scores order by date, newest first and unknown ones last, then by id; `published` is asked for
/// these alone.
std::vector<Scored> top(const DocSet& articles, std::span<const float> scores, std::size_t count,
                        const std::function<std::optional<std::int64_t>(std::uint32_t)>& published);

}  // namespace newsarc::search
