#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "search/rank/ranking.hpp"
#include "store/index/fulltext.hpp"

namespace newsarc::search {

/// Adds up the BM25 scores of articles, word by word.
class Scorer {
public:
    /// `lengths` as store::load_lengths() gives them; it must outlive the scorer.
    Scorer(const std::vector<std::uint8_t>& lengths, const Ranking& ranking);

    /// Adds what a word is worth to each article that holds it, `weight` times.
    void add(const store::Postings& postings, double weight);

    /// What a word in so many articles counts: ln(1 + (N - n + 0.5) / (n + 0.5)).
    [[nodiscard]] double inverse_frequency(std::size_t articles) const;

    /// Multiplies the score of an article.
    void scale(std::uint32_t article, double factor) {
        if (article < scores_.size()) scores_[article] *= static_cast<float>(factor);
    }

    /// By article id.
    [[nodiscard]] std::span<const float> scores() const { return scores_; }
    [[nodiscard]] std::size_t article_count() const { return count_; }

private:
    const std::vector<std::uint8_t>& lengths_;
    Ranking ranking_;
    std::size_t count_ = 0;
    std::array<float, 256> length_factor_{};  ///< k1 (1 - b + b length / mean length), by length byte
    std::vector<float> scores_;
};

}  // namespace newsarc::search
