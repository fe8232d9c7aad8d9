#include "search/top.hpp"

#include <algorithm>

namespace newsarc::search {
namespace {

bool better(const Scored& a, const Scored& b) {
    return a.score != b.score ? a.score > b.score : a.article < b.article;
}

}  // namespace

std::vector<Scored> top(std::vector<Scored> articles, std::size_t count,
                        const std::function<std::optional<std::int64_t>(std::uint32_t)>& published) {
    if (count == 0) return {};
    if (articles.size() > count) {
        const auto last = articles.begin() + static_cast<std::ptrdiff_t>(count) - 1;
        std::nth_element(articles.begin(), last, articles.end(), better);
        // Those that equal the last one may come before it by their date.
        const double least = last->score;
        std::erase_if(articles, [&](const Scored& each) { return each.score < least; });
    }
    std::ranges::sort(articles, better);
    for (auto begin = articles.begin(); begin != articles.end();) {
        const auto end =
            std::find_if(begin, articles.end(), [&](const Scored& s) { return s.score != begin->score; });
        if (end - begin > 1) {
            struct Dated {
                std::int64_t date;
                Scored scored;
            };
            std::vector<Dated> equal;
            for (auto each = begin; each != end; ++each) {
                equal.push_back({published(each->article).value_or(INT64_MIN), *each});
            }
            std::ranges::stable_sort(equal, [](const Dated& a, const Dated& b) { return a.date > b.date; });
            std::ranges::transform(equal, begin, &Dated::scored);
        }
        begin = end;
    }
    if (articles.size() > count) articles.resize(count);
    return articles;
}

}  // namespace newsarc::search
