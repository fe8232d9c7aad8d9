#include "search/rank/top.hpp"

#include <algorithm>
#include <limits>

namespace newsarc::search {
namespace {

/// The score of the last of the best `count`, or less than any when there are not so many.
float least_of_best(const DocSet& articles, std::span<const float> scores, std::size_t count) {
    std::vector<float> best;  // a heap, the least on top
    articles.for_each([&](std::uint32_t id) {
        const float score = scores[id];
        if (best.size() == count) {
            if (score <= best.front()) return;
            std::ranges::pop_heap(best, std::greater{});
            best.pop_back();
        }
        best.push_back(score);
        std::ranges::push_heap(best, std::greater{});
    });
    return best.size() == count ? best.front() : std::numeric_limits<float>::lowest();
}

}  // namespace

std::vector<Scored> top(const DocSet& articles, std::span<const float> scores, std::size_t count,
                        const std::function<std::optional<std::int64_t>(std::uint32_t)>& published) {
    struct Candidate {
        Scored scored;
        std::int64_t date = std::numeric_limits<std::int64_t>::min();
    };
    if (count == 0) return {};
    std::vector<Candidate> best;
    const float least = least_of_best(articles, scores, count);
    articles.for_each([&](std::uint32_t id) {
        if (scores[id] >= least) best.push_back({{id, scores[id]}});
    });
    // In the order of their ids so far, which a stable sort keeps where all else is equal.
    std::ranges::stable_sort(best, std::greater{}, [](const Candidate& c) { return c.scored.score; });
    for (auto begin = best.begin(); begin != best.end();) {
        const auto end = std::find_if(
            begin, best.end(), [&](const Candidate& c) { return c.scored.score != begin->scored.score; });
        if (end - begin > 1) {
            for (auto each = begin; each != end; ++each)
                each->date = published(each->scored.article).value_or(each->date);
            std::stable_sort(begin, end,
                             [](const Candidate& a, const Candidate& b) { return a.date > b.date; });
        }
        begin = end;
    }
    std::vector<Scored> out;
    for (const Candidate& candidate : best) {
        if (out.size() < count) out.push_back(candidate.scored);
    }
    return out;
}

}  // namespace newsarc::search
