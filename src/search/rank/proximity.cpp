#include "search/rank/proximity.hpp"

#include <algorithm>

namespace newsarc::search {
namespace {

/// Where a term stands in one part of an article, in words from its beginning; ascending.
std::vector<std::size_t> places(const Reading& reading, const std::vector<std::uint32_t>& part,
                                const Term& term) {
    std::vector<std::size_t> out;
    if (term.prefix) return out;
    for (const Spelling& spelling : term.spellings) {
        std::vector<std::uint32_t> numbers;
        for (const std::string& stem : spelling.stems)
            numbers.push_back(reading.number(stem));
        auto at = part.begin();
        while ((at = std::search(at, part.end(), numbers.begin(), numbers.end())) != part.end())
            out.push_back(static_cast<std::size_t>(at++ - part.begin()));
    }
    if (term.spellings.size() > 1) std::ranges::sort(out);
    return out;
}

/// How many of the ascending places in `a` have one of `b` within the window.
unsigned count_near(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b,
                    std::uint32_t window) {
    unsigned near = 0;
    std::size_t j = 0;
    for (const std::size_t place : a) {
        while (j < b.size() && b[j] + window < place)
            ++j;
        if (j < b.size() && b[j] <= place + window) ++near;
    }
    return near;
}

}  // namespace

store::Postings near_pairs(Reading& reading, std::span<const std::uint32_t> articles, const Term& a,
                           const Term& b, std::uint32_t window) {
    store::Postings out;
    for (const std::uint32_t id : articles) {
        const Reading::Article& article = reading.article(id);
        unsigned times = 0;
        for (std::size_t i = 0; i < article.size(); ++i) {
            const unsigned near =
                count_near(places(reading, article[i], a), places(reading, article[i], b), window);
            times += near * (i % 2 == 0 ? store::headline_times : store::body_times);
        }
        if (times == 0) continue;
        const auto counted = static_cast<std::uint16_t>(std::min(times, store::most_times));
        out.articles.push_back({.article = id, .times = counted});
    }
    return out;
}

}  // namespace newsarc::search
