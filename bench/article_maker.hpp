#pragma once

#include <newsarc/article.hpp>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "collection.hpp"

namespace bench {

inline std::vector<std::string> split_words(const std::string& text) {
    std::vector<std::string> out;
    std::string word;
    for (const char c : text + " ") {
        if (c > ' ') {
            word += c;
        } else if (!word.empty()) {
            out.push_back(std::move(word));
            word.clear();
        }
    }
    return out;
}

/// Makes articles of some 2.7 KB: passages of a few documents of one collection, with a made-up
/// name in about forty words, drawn so that there are ever new ones, as in news.
class ArticleMaker {
public:
    explicit ArticleMaker(const std::vector<Collection>& collections) {
        for (const auto& collection : collections) {
            topics_.emplace_back();
            for (const auto& document : collection.documents) {
                auto words = split_words(document.text);
                if (words.size() > 40) topics_.back().push_back(std::move(words));
            }
        }
    }

    /// An article with a headline, a body and its number as its key; the same ones each time.
    newsarc::Article next() {
        newsarc::Article article;
        const auto& documents = topics_[pick(topics_.size())];
        const std::size_t size = mean_bytes / 2 + pick(mean_bytes);
        article.headline = passage(documents, 8);
        while (article.body.size() < size) {
            if (!article.body.empty()) article.body += "\n\n";
            article.body += passage(documents, 40 + pick(80));
        }
        article.key = std::to_string(++made_);
        return article;
    }

private:
    static constexpr std::size_t mean_bytes = 2700;

    std::size_t pick(std::size_t count) { return static_cast<std::size_t>(random_() % count); }

    std::string passage(const std::vector<std::vector<std::string>>& documents, std::size_t length) {
        const auto& words = documents[pick(documents.size())];
        const std::size_t begin = pick(words.size() - std::min(words.size() - 1, length));
        std::string out;
        for (std::size_t i = begin; i < std::min(words.size(), begin + length); ++i) {
            out += (out.empty() ? "" : " ") + (pick(40) == 0 ? name() : words[i]);
        }
        return out;
    }

    std::string name() {
        static const char* const syllables[] = {"ka",  "ro",  "mi",  "sen", "tal",
                                                "ved", "bor", "lin", "dra", "ush"};
        const double share = static_cast<double>(random_() % 1000000 + 1) / 1000001.0;
        auto rank = static_cast<std::size_t>(1 / share);
        std::string out = "X";
        do {
            out += syllables[rank % 10];
            rank /= 10;
        } while (rank > 0);
        return out;
    }

    std::vector<std::vector<std::vector<std::string>>> topics_;
    std::mt19937 random_{7};
    std::size_t made_ = 0;
};

}  // namespace bench
