#include "search/feedback.hpp"

#include <algorithm>
#include <unordered_map>

#include "search/stop_words.hpp"

namespace newsarc::search {
namespace {

/// Bytes of an article that its words are counted in: a book in the archive must not cost more.
constexpr std::size_t most_text = 64 * 1024;

struct Counted {
    std::string word;
    double times = 0;  ///< in the article at hand
    double weight = 0;
};

using Words = std::unordered_map<std::string, Counted>;

bool says_something(std::string_view stem, std::string_view word) {
    const bool number = std::ranges::all_of(stem, [](char c) { return c >= '0' && c <= '9'; });
    return stem.size() > 1 && !number && !is_stop_word(stem) && !is_stop_word(word);
}

void count_words(const store::ArticleText& text, double article_weight, const store::Tokenizer& tokenizer,
                 Words& words) {
    std::vector<Counted*> here;
    double length = 0;
    for (const std::string* part : {&text.headline, &text.body, &text.headline_terms, &text.body_terms}) {
        const std::string_view piece = std::string_view(*part).substr(0, most_text);
        tokenizer.tokenize(piece, [&](std::string_view stem, std::size_t begin, std::size_t end) {
            length += 1;
            Counted& counted = words[std::string(stem)];
            if (counted.word.empty()) counted.word = piece.substr(begin, end - begin);
            if (counted.times == 0) here.push_back(&counted);
            counted.times += 1;
            return true;
        });
    }
    for (Counted* counted : here) {
        counted->weight += article_weight * counted->times / length;
        counted->times = 0;
    }
}

}  // namespace

std::vector<FeedbackWord> choose_words(std::span<const Model> models, store::FoundReader& reader,
                                       const store::Tokenizer& tokenizer, store::CommonWords& common,
                                       const Ranking& ranking) {
    Words words;
    for (const Model& model : models) {
        if (const auto text = reader.text(model.article)) count_words(*text, model.weight, tokenizer, words);
    }
    std::vector<FeedbackWord> sorted;
    for (auto& [stem, counted] : words) {
        if (says_something(stem, counted.word))
            sorted.push_back({stem, std::move(counted.word), counted.weight});
    }
    std::ranges::sort(sorted, [](const FeedbackWord& a, const FeedbackWord& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.stem < b.stem;
    });
    std::vector<FeedbackWord> out;
    double total = 0;
    for (FeedbackWord& word : sorted) {
        if (out.size() == ranking.feedback_words) break;
        if (common.share(word.stem).value_or(0) > ranking.feedback_common) continue;
        total += word.weight;
        out.push_back(std::move(word));
    }
    for (FeedbackWord& word : out)
        word.weight /= total;
    return out;
}

}  // namespace newsarc::search
