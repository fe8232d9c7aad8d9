#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// Adds up the BM25 scores of articles, word by word.
class Scorer {
public:
    /// `lengths` as store::load_lengths() gives them; it must outlive the scorer. `b` as in Ranking.
    Scorer(const std::vector<std::uint8_t>& lengths, double b);

    /// Adds to each article weight · f (k1 + 1) / (f + k1 · (1 - b + b · length / mean length)).
    void add(std::span<const store::Posting> postings, double weight, double k1);

    /// What a word in so many articles counts: ln(1 + (N - n + 0.5) / (n + 0.5)).
    [[nodiscard]] double inverse_frequency(double articles) const;

    /// Multiplies the score of an article.
    void scale(std::uint32_t article, double factor) {
        if (article < scores_.size()) scores_[article] *= static_cast<float>(factor);
    }

    /// By article id.
    [[nodiscard]] std::span<const float> scores() const { return scores_; }
    [[nodiscard]] std::size_t article_count() const { return count_; }
    [[nodiscard]] double mean_length() const { return mean_; }

private:
    const std::vector<std::uint8_t>& lengths_;
    std::size_t count_ = 0;
    double mean_ = 1;
    std::array<float, 256> length_factor_{};  ///< 1 - b + b · length / mean length, by length byte
    std::vector<float> scores_;
};

}  // namespace newsarc::search
