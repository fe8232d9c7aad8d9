#include "search/rank/scorer.hpp"

#include <cmath>

#include "store/index/lengths.hpp"

namespace newsarc::search {

Scorer::Scorer(const std::vector<std::uint8_t>& lengths, const Ranking& ranking)
    : lengths_(lengths), ranking_(ranking), scores_(lengths.size(), 0.0F) {
    std::array<std::size_t, 256> articles_of{};
    for (const std::uint8_t code : lengths)
        ++articles_of[code];
    double total = 0;
    for (std::size_t code = 1; code < articles_of.size(); ++code) {
        count_ += articles_of[code];
        total += static_cast<double>(articles_of[code]) * store::decoded_lengths()[code];
    }
    const double mean = count_ > 0 ? total / static_cast<double>(count_) : 1;
    for (std::size_t code = 0; code < length_factor_.size(); ++code) {
        length_factor_[code] = static_cast<float>(
            ranking.k1 * (1 - ranking.b + ranking.b * store::decoded_lengths()[code] / mean));
    }
}

double Scorer::inverse_frequency(std::size_t articles) const {
    const auto all = static_cast<double>(count_);
    const auto some = static_cast<double>(articles);
    return std::log(1 + (all - some + 0.5) / (some + 0.5));
}

void Scorer::add(const store::Postings& postings, double weight) {
    const double idf = inverse_frequency(postings.articles.size());
    const auto factor = static_cast<float>(weight * idf * (ranking_.k1 + 1));
    const auto headline = static_cast<float>(ranking_.headline);
    for (const store::Posting& posting : postings.articles) {
        if (posting.article >= scores_.size()) continue;
        const float times =
            headline * static_cast<float>(posting.in_headline) + static_cast<float>(posting.in_body);
        scores_[posting.article] += factor * times / (times + length_factor_[lengths_[posting.article]]);
    }
}

}  // namespace newsarc::search
