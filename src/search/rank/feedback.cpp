#include "search/rank/feedback.hpp"

#include <algorithm>
#include <functional>
#include <unordered_map>

#include "search/rank/stop_words.hpp"

namespace newsarc::search {
namespace {

/// Bytes of an article that its words are counted in: a book in the archive must not cost more.
constexpr std::size_t most_text = std::size_t{64} * 1024;

struct Counted {
    std::string word;
    double times = 0;  ///< in the article at hand
    double weight = 0;
};

/// Looks strings up without making one.
struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
};

using Words = std::unordered_map<std::string, Counted, Hash, std::equal_to<>>;

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
            auto known = words.find(stem);
            if (known == words.end()) {
                known = words.emplace(stem, Counted{std::string(piece.substr(begin, end - begin))}).first;
            }
            Counted& counted = known->second;
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
    // A heap gives the few heaviest without sorting the thousands of others.
    std::vector<const Words::value_type*> heap;
    for (const auto& word : words)
        heap.push_back(&word);
    const auto lighter = [](const auto* a, const auto* b) {
        return a->second.weight != b->second.weight ? a->second.weight < b->second.weight
                                                    : a->first > b->first;
    };
    std::ranges::make_heap(heap, lighter);
    std::vector<FeedbackWord> out;
    double total = 0;
    while (!heap.empty() && out.size() < ranking.feedback_words) {
        std::ranges::pop_heap(heap, lighter);
        const auto& [stem, counted] = *heap.back();
        heap.pop_back();
        if (!says_something(stem, counted.word)) continue;
        if (common.share(stem).value_or(0) > ranking.feedback_common) continue;
        total += counted.weight;
        out.push_back({stem, counted.word, counted.weight});
    }
    for (FeedbackWord& word : out)
        word.weight /= total;
    return out;
}

}  // namespace newsarc::search
