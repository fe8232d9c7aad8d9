#include "search/rank/top.hpp"

#include <algorithm>
#include <limits>

namespace newsarc::search {
namespace {

/// Leaves the best `count`, and all whose scores equal that of the last of these; gives back that score.
float keep_best(std::vector<Scored>& articles, std::size_t count) {
    const auto last = articles.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::ranges::nth_element(articles, last, std::greater{}, &Scored::score);
    const double least = last->score;
    std::erase_if(articles, [&](const Scored& each) { return each.score < least; });
    return static_cast<float>(least);
}

/// The best `count` and those equal to the last of them, by score, then by id.
std::vector<Scored> best_of(const DocSet& articles, std::span<const float> scores, std::size_t count) {
    std::vector<Scored> out;
    float least = std::numeric_limits<float>::lowest();
    // More than are wanted are let in before the best of them are picked.
    std::size_t room = std::max<std::size_t>(count, 64);
    articles.for_each([&](std::uint32_t id) {
        if (scores[id] < least) return;
        out.push_back({id, scores[id]});
        if (out.size() < count || out.size() - count < room) return;
        least = keep_best(out, count);
        room = std::max(room, out.size());  // where many are equal
    });
    if (out.size() > count) keep_best(out, count);
    std::ranges::sort(out, [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.article < b.article;
    });
    return out;
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
    for (const Scored& each : best_of(articles, scores, count))
        best.push_back({each});
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
