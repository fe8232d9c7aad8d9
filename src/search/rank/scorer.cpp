#include "search/rank/scorer.hpp"

#include <cmath>

#include "store/index/lengths.hpp"

namespace newsarc::search {

Scorer::Scorer(const std::vector<std::uint8_t>& lengths, double b)
    : lengths_(lengths), scores_(lengths.size(), 0.0F) {
    std::array<std::size_t, 256> articles_of{};
    for (const std::uint8_t code : lengths)
        ++articles_of[code];
    double total = 0;
    for (std::size_t code = 1; code < articles_of.size(); ++code) {
        count_ += articles_of[code];
        total += static_cast<double>(articles_of[code]) * store::decoded_lengths()[code];
    }
    if (count_ > 0) mean_ = total / static_cast<double>(count_);
    for (std::size_t code = 0; code < length_factor_.size(); ++code) {
        length_factor_[code] = static_cast<float>(1 - b + b * store::decoded_lengths()[code] / mean_);
    }
}

double Scorer::inverse_frequency(double articles) const {
    return std::log(1 + (static_cast<double>(count_) - articles + 0.5) / (articles + 0.5));
}

void Scorer::add(std::span<const store::Posting> postings, double weight, double k1) {
    const auto most = static_cast<float>(weight * (k1 + 1));
    const auto slowness = static_cast<float>(k1 * store::body_times);
    for (const store::Posting& posting : postings) {
        if (posting.article >= scores_.size()) continue;
        const auto times = static_cast<float>(posting.times);
        scores_[posting.article] +=
            most * times / (times + slowness * length_factor_[lengths_[posting.article]]);
    }
}

}  // namespace newsarc::search
