#include "search/rank/letter_runs.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "text/analysis/analyser.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::search {
namespace {

std::size_t run_length(std::string_view word) {
    constexpr char32_t first_ethiopic = 0x1200;
    constexpr char32_t last_ethiopic = 0x139F;
    const char32_t letter = text::code_point_at(word, 0).value;
    return letter >= first_ethiopic && letter <= last_ethiopic ? 3 : 4;
}

/// Calls visit(run) for each run of a term of the index; a word that is no longer than one is one.
template <typename Visit>
void for_each_run(std::string_view term, Visit visit) {
    if (term.ends_with(text::end_of_term)) term.remove_suffix(text::end_of_term.size());
    if (term.empty()) return;
    const std::size_t length = run_length(term);
    std::vector<std::size_t> ends;  ///< of its letters
    for (std::size_t at = 0; at < term.size();)
        ends.push_back(at += text::code_point_at(term, at).length);
    std::size_t begin = 0;
    for (std::size_t last = std::min(length, ends.size()) - 1; last < ends.size(); ++last) {
        visit(term.substr(begin, ends[last] - begin));
        begin = ends[last + 1 - std::min(length, last + 1)];
    }
}

/// The terms that the index may have for a word that was typed.
std::vector<std::string_view> stems_of(const Term& term) {
    std::vector<std::string_view> out;
    if (term.part || term.prefix || term.wildcard || term.characters || term.weight <= 0) return out;
    for (const Spelling& spelling : term.spellings) {
        if (spelling.stems.size() != 1) continue;
        if (std::ranges::find(out, spelling.stems[0]) == out.end()) out.push_back(spelling.stems[0]);
    }
    return out;
}

/// The runs of a query by their letters, and which of them each word that was read holds.
class Runs {
public:
    explicit Runs(std::span<const Term> terms) {
        for (const Term& term : terms) {
            std::vector<std::size_t> of_term;
            for (const std::string_view stem : stems_of(term)) {
                for_each_run(stem, [&](std::string_view run) {
                    const auto number = numbers_.try_emplace(std::string(run), runs.size()).first->second;
                    if (number == runs.size()) runs.emplace_back();
                    of_term.push_back(number);
                });
            }
            for (const std::size_t run : of_term)
                runs[run].weight += term.weight / static_cast<double>(of_term.size());
        }
    }

    /// The runs in a word of the reading.
    const std::vector<std::size_t>& in(std::uint32_t word, const Reading& reading) {
        while (held_.size() <= word) {
            std::vector<std::size_t>& held = held_.emplace_back();
            for_each_run(reading.stem(static_cast<std::uint32_t>(held_.size() - 1)),
                         [&](std::string_view run) {
                             const auto known = numbers_.find(std::string(run));
                             if (known != numbers_.end()) held.push_back(known->second);
                         });
        }
        return held_[word];
    }

    std::vector<LetterRun> runs;

private:
    std::unordered_map<std::string, std::size_t> numbers_;
    std::vector<std::vector<std::size_t>> held_;  ///< by the number of a word
};

}  // namespace

std::vector<LetterRun> letter_runs(Reading& reading, std::span<const std::uint32_t> articles,
                                   std::span<const Term> terms) {
    Runs runs(terms);
    std::vector<unsigned> times(runs.runs.size());
    for (const std::uint32_t id : articles) {
        const Reading::Article& article = reading.article(id);
        std::ranges::fill(times, 0U);
        for (std::size_t part = 0; part < article.size(); ++part) {
            const unsigned each = part % 2 == 0 ? store::headline_times : store::body_times;
            for (const std::uint32_t word : article[part]) {
                for (const std::size_t run : runs.in(word, reading))
                    times[run] += each;
            }
        }
        for (std::size_t run = 0; run < times.size(); ++run) {
            if (times[run] == 0) continue;
            const auto counted = static_cast<std::uint16_t>(std::min(times[run], store::most_times));
            runs.runs[run].found.articles.push_back({.article = id, .times = counted});
        }
    }
    return std::move(runs.runs);
}

}  // namespace newsarc::search
