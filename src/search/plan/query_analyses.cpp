#include "search/plan/query_analyses.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <string>

#include "search/rank/stop_words.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

/// The language that all that is found must have, when the query says so.
std::optional<text::Analysis> required(const query::Node& tree) {
    const auto filter = std::ranges::find_if(tree.children, [](const query::Node& node) {
        return node.kind == query::NodeKind::filter && node.field == query::Field::lang &&
               node.occur != query::Occur::excluded && !node.text.ends_with('*');
    });
    if (filter == tree.children.end()) return std::nullopt;
    return text::analysis_of(filter->text);
}

}  // namespace

QueryAnalyses::QueryAnalyses(const store::Analyses& words, std::span<const text::Analysis> analyses,
                             const query::Node& tree)
    : words_(words) {
    std::array<std::size_t, 256> articles{};
    // To count a run at once takes a fraction of the time, and most archives are one.
    for (auto at = analyses.begin(); at != analyses.end();) {
        const auto end = std::find_if(at, analyses.end(), [&](text::Analysis each) { return each != *at; });
        articles[*at] += static_cast<std::size_t>(end - at);
        at = end;
    }
    const auto language = required(tree);
    std::vector<text::Analysis> held;
    for (std::size_t each = text::plain_analysis; each < text::end_of_analyses(); ++each) {
        const auto analysis = static_cast<text::Analysis>(each);
        if (articles[each] > 0 && language.value_or(analysis) == analysis) held.push_back(analysis);
    }
    std::ranges::stable_sort(held, std::greater{}, [&](text::Analysis each) { return articles[each]; });
    // One article in so many.
    constexpr std::size_t few = 50;
    std::size_t others = 0;
    for (const text::Analysis each : held) {
        analysers_.push_back(&words.analyser(each));
        languages_.push_back(text::language_of(each));
        if (articles[each] * few >= analyses.size() - articles[0]) ++with_parts_;
        others += each == held.front() ? 0 : articles[each];
    }
    one_language_ =
        !held.empty() && (language || articles[held.front()] > others + articles[text::stock_analysis]);
}

std::string_view QueryAnalyses::stop_language(std::string_view query) const {
    std::vector<std::string> folded;
    for (const text::Word& word : text::words(query)) {
        if (word.kind == text::WordKind::plain)
            folded.push_back(text::fold_word(query.substr(word.begin, word.end - word.begin)));
    }
    const auto count = [&](std::string_view language) {
        return std::ranges::count_if(folded,
                                     [&](const std::string& word) { return is_stop_word(word, language); });
    };
    // Words of another language may look like stop words of English: `an` and `to` are none in Vietnamese.
    std::string_view best = one_language_ ? languages_.front() : "en";
    auto most = count(best);
    for (std::size_t i = 0; i < languages_.size(); ++i) {
        const auto stop_words = count(languages_[i]);
        const bool told = stop_words >= 2 || (i == 0 && one_language_);
        if (!told || stop_words <= most) continue;
        most = stop_words;
        best = languages_[i];
    }
    return best;
}

}  // namespace newsarc::search
