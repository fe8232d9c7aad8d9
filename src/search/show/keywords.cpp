#include "search/show/keywords.hpp"

#include <algorithm>
#include <cmath>

#include "search/plan/selection.hpp"
#include "search/rank/reading.hpp"
#include "search/rank/stop_words.hpp"
#include "store/select/chronology.hpp"
#include "store/select/statistics.hpp"
#include "text/analysis/fold_word.hpp"

namespace newsarc::search {
namespace {

/// Articles whose words are counted.
constexpr std::size_t most_read = 5000;
/// A word that stands here less often may be chance, whatever its score.
constexpr std::size_t least_times = 3;
/// Less is seen by chance once in twenty words.
constexpr double least_score = 3.84;

class Counter {
public:
    Counter(Session& session, const KeywordRequest& request)
        : session_(session), request_(request), reading_(session) {}

    Keywords run() {
        const Selection selection = select(session_, request_.query, request_.now);
        out_.notes = selection.notes;
        read(selection);
        std::int64_t all = 0;
        store::visit_words(session_.connection, [&](std::int64_t, std::int64_t words) { all += words; });
        out_.elsewhere = std::max<std::int64_t>(0, all - out_.here);
        choose(selection.terms);
        return std::move(out_);
    }

private:
    void read(const Selection& selection) {
        std::size_t articles = 0;
        store::visit_in_order(session_.connection, ListOrder::newest, [&](std::int64_t id) {
            if (!selection.articles.contains(static_cast<std::size_t>(id))) return true;
            if (articles++ == most_read) {
                out_.notes.push_back("only the words of the newest " + std::to_string(most_read) +
                                     " articles were counted");
                return false;
            }
            session_.watch.check();
            const auto article = static_cast<std::uint32_t>(id);
            // What is indexed beside the words of a text, such as acronyms, is said by these.
            const bool stock = session_.analyses[article] == text::stock_analysis;
            const Reading::Article& parts = reading_.article(article);
            for (std::size_t i = stock ? 0 : 2; i < (stock ? 2 : parts.size()); ++i)
                count(parts[i], selection.terms);
            return true;
        });
    }

    void count(const std::vector<std::uint32_t>& part, const std::vector<Term>& terms) {
        times_.resize(reading_.size());
        const auto take = [&](std::uint32_t word) {
            ++times_[word];
            ++out_.here;
        };
        if (!request_.near) {
            std::ranges::for_each(part, take);
            return;
        }
        std::vector<bool> is_near(part.size());
        std::vector<bool> is_asked(part.size());
        for (std::size_t at = 0; at < part.size(); ++at) {
            const std::size_t length = length_of_match(part, at, terms);
            if (length == 0) continue;
            const std::size_t begin = at - std::min(at, *request_.near);
            const std::size_t end = std::min(part.size(), at + length + *request_.near);
            std::fill(is_near.begin() + static_cast<std::ptrdiff_t>(begin),
                      is_near.begin() + static_cast<std::ptrdiff_t>(end), true);
            std::fill_n(is_asked.begin() + static_cast<std::ptrdiff_t>(at), length, true);
        }
        for (std::size_t at = 0; at < part.size(); ++at) {
            if (is_near[at] && !is_asked[at]) take(part[at]);
        }
    }

    /// Words of the longest term that stands there.
    std::size_t length_of_match(const std::vector<std::uint32_t>& part, std::size_t at,
                                const std::vector<Term>& terms) const {
        std::size_t longest = 0;
        for (const Term& term : terms) {
            for (const Spelling& spelling : term.spellings) {
                const std::size_t length = spelling.stems.size();
                if (length <= longest || at + length > part.size()) continue;
                bool fits = true;
                for (std::size_t i = 0; i < length && fits; ++i) {
                    const std::string_view stem = reading_.stem(part[at + i]);
                    const bool prefix = spelling.phrase.prefix && i + 1 == length;
                    fits = prefix ? stem.starts_with(spelling.stems[i]) : stem == spelling.stems[i];
                }
                if (fits) longest = length;
            }
        }
        return longest;
    }

    /// It says something, and was not asked for.
    bool is_candidate(std::uint32_t word, const std::vector<Term>& terms) const {
        const std::string_view stem = reading_.stem(word);
        if (!says_something(stem, text::fold_word(reading_.word(word)))) return false;
        return std::ranges::none_of(terms, [&](const Term& term) {
            return std::ranges::any_of(term.spellings, [&](const Spelling& spelling) {
                return std::ranges::find(spelling.stems, stem) != spelling.stems.end();
            });
        });
    }

    void choose(const std::vector<Term>& terms) {
        for (std::uint32_t word = 0; word < times_.size(); ++word) {
            if (times_[word] < least_times || !is_candidate(word, terms)) continue;
            session_.watch.check();
            Keyword found{reading_.word(word), times_[word], 0, 0};
            const std::size_t all = session_.index.find(reading_.stem(word)).occurrences;
            found.others = all - std::min(all, found.times);
            const auto here = static_cast<double>(out_.here), elsewhere = static_cast<double>(out_.elsewhere);
            const auto times = static_cast<double>(found.times), others = static_cast<double>(found.others);
            if (times * elsewhere <= others * here) continue;
            found.score = log_likelihood(times, here, others, elsewhere);
            if (found.score < least_score) continue;
            out_.words.push_back(std::move(found));
        }
        std::ranges::stable_sort(out_.words, std::greater(), &Keyword::score);
        if (out_.words.size() > request_.limit) out_.words.resize(request_.limit);
    }

    Session& session_;
    const KeywordRequest& request_;
    Reading reading_;
    std::vector<std::size_t> times_;  ///< by number of the word
    Keywords out_;
};

}  // namespace

double log_likelihood(double a, double all_a, double b, double all_b) {
    if (all_a <= 0 || all_b <= 0) return 0;
    const double share = (a + b) / (all_a + all_b);
    const auto part = [](double times, double expected) {
        return times > 0 ? times * std::log(times / expected) : 0;
    };
    return 2 * (part(a, all_a * share) + part(b, all_b * share));
}

Keywords keywords(const store::Connection& connection, const KeywordRequest& request) {
    return within(connection, request.limits,
                  [&](Session& session) { return Counter(session, request).run(); });
}

}  // namespace newsarc::search
