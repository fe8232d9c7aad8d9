#include "search/rank/proximity.hpp"

namespace newsarc::search {
namespace {

/// How many of the ascending positions in `a` have one of `b` within the window.
std::uint16_t count_near(const std::uint32_t* a, std::size_t a_count, const std::uint32_t* b,
                         std::size_t b_count, std::uint32_t window) {
    std::uint16_t near = 0;
    std::size_t j = 0;
    for (std::size_t i = 0; i < a_count; ++i) {
        while (j < b_count && b[j] + window < a[i])
            ++j;
        if (j < b_count && b[j] <= a[i] + window) ++near;
    }
    return near;
}

}  // namespace

store::Postings near_pairs(const store::Postings& a, const store::Postings& b, std::uint32_t window) {
    store::Postings out;
    auto in_b = b.articles.begin();
    for (const store::Posting& in_a : a.articles) {
        while (in_b != b.articles.end() && in_b->article < in_a.article)
            ++in_b;
        if (in_b == b.articles.end()) break;
        if (in_b->article != in_a.article) continue;
        // Headline and body lie far apart in positions, those of the headline first.
        const std::uint32_t* a_at = a.positions.data() + in_a.positions;
        const std::uint32_t* b_at = b.positions.data() + in_b->positions;
        store::Posting pair;
        pair.article = in_a.article;
        pair.in_headline = count_near(a_at, in_a.in_headline, b_at, in_b->in_headline, window);
        pair.in_body = count_near(a_at + in_a.in_headline, in_a.in_body, b_at + in_b->in_headline,
                                  in_b->in_body, window);
        if (pair.in_headline + pair.in_body > 0) out.articles.push_back(pair);
    }
    return out;
}

}  // namespace newsarc::search
