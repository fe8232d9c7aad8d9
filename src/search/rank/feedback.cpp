#include "search/rank/feedback.hpp"

#include <algorithm>
#include <cmath>

#include "search/rank/stop_words.hpp"

namespace newsarc::search {
namespace {

struct Counted {
    std::uint32_t word = 0;
    double times = 0;
};

/// How often each word that `says_something` stands in an article, by ascending number.
std::vector<Counted> count(std::vector<std::uint32_t> words, const std::vector<bool>& says_something) {
    std::ranges::sort(words);
    std::vector<Counted> out;
    for (const std::uint32_t word : words) {
        if (!out.empty() && out.back().word == word) {
            out.back().times += 1;
        } else {
            out.push_back({word, 1});
        }
    }
    std::erase_if(out, [&](const Counted& each) { return !says_something[each.word]; });
    return out;
}

/// Of the words of two articles the share that both have (Jaccard's coefficient).
double likeness(const std::vector<Counted>& a, const std::vector<Counted>& b) {
    std::size_t both = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        both += a[i].word == b[j].word ? 1 : 0;
        const bool next_a = a[i].word <= b[j].word;
        const bool next_b = b[j].word <= a[i].word;
        i += next_a ? 1 : 0;
        j += next_b ? 1 : 0;
    }
    const std::size_t any = a.size() + b.size() - both;
    return any == 0 ? 0 : static_cast<double>(both) / static_cast<double>(any);
}

/// What each word is worth to the examples, by its number. Wire copies repeat: of articles that are nearly
/// the same only the best is an example.
std::vector<double> values(std::span<const Example> examples, Reading& reading, double mean_length,
                           double likeness_of_copies) {
    std::vector<double> out;
    std::vector<bool> says;  ///< of each word, whether it says something
    std::vector<std::vector<Counted>> seen;
    double weights = 0;
    for (const Example& example : examples) {
        std::vector<std::uint32_t> words;
        for (const auto& part : reading.article(example.article))
            words.insert(words.end(), part.begin(), part.end());
        const double length = static_cast<double>(words.size());
        while (says.size() < reading.size()) {
            const auto word = static_cast<std::uint32_t>(says.size());
            says.push_back(says_something(reading.stem(word), reading.word(word)));
        }
        std::vector<Counted> counted = count(std::move(words), says);
        const bool repeats = std::ranges::any_of(seen, [&](const std::vector<Counted>& other) {
            return likeness(counted, other) >= likeness_of_copies;
        });
        if (!repeats) {
            out.resize(reading.size());
            weights += example.weight;
            for (const Counted& each : counted)
                out[each.word] += example.weight * std::log(1 + each.times * mean_length / length);
        }
        seen.push_back(std::move(counted));
    }
    for (double& value : out)
        value /= weights;
    return out;
}

}  // namespace

std::vector<FeedbackWord> choose_words(std::span<const Example> examples, Reading& reading,
                                       const Scorer& scorer, store::PostingReader& index,
                                       const Ranking& ranking) {
    struct Candidate {
        std::uint32_t word = 0;
        double value = 0;
        double articles = 0;
        double worth = 0;
    };
    const std::vector<double> value =
        values(examples, reading, scorer.mean_length(), ranking.feedback_likeness);
    std::vector<Candidate> candidates;
    for (std::uint32_t word = 0; word < value.size(); ++word) {
        if (value[word] > 0) candidates.push_back({word, value[word]});
    }
    const auto stem_of = [&](const Candidate& each) { return reading.stem(each.word); };
    std::ranges::sort(candidates, [&](const Candidate& a, const Candidate& b) {
        return a.value != b.value ? a.value > b.value : stem_of(a) < stem_of(b);
    });
    const auto better = [&](const Candidate& a, const Candidate& b) {
        return a.worth != b.worth ? a.worth > b.worth : stem_of(a) < stem_of(b);
    };
    // To ask in how many articles a word stands takes time: those are left alone that even as the rarest of
    // all could not be among the chosen.
    const double too_common = ranking.feedback_common * static_cast<double>(scorer.article_count());
    const double rarest = scorer.inverse_frequency(1);
    std::vector<Candidate> chosen;  // a heap, the least on top
    for (Candidate& each : candidates) {
        const bool full = chosen.size() == ranking.feedback_words;
        if (full && (chosen.empty() || each.value * rarest < chosen.front().worth)) break;
        each.articles = static_cast<double>(index.count(stem_of(each)));
        if (each.articles > too_common) continue;
        each.worth = each.value * scorer.inverse_frequency(each.articles);
        if (full && !better(each, chosen.front())) continue;
        if (full) {
            std::ranges::pop_heap(chosen, better);
            chosen.pop_back();
        }
        chosen.push_back(each);
        std::ranges::push_heap(chosen, better);
    }
    std::ranges::sort(chosen, better);
    std::vector<FeedbackWord> out;
    double total = 0;
    for (const Candidate& each : chosen) {
        const double weight = each.value * std::sqrt(scorer.inverse_frequency(each.articles));
        total += weight;
        out.push_back({std::string(stem_of(each)), reading.word(each.word), each.articles, weight});
    }
    for (FeedbackWord& word : out)
        word.weight /= total;
    return out;
}

}  // namespace newsarc::search
