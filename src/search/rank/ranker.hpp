#pragma once

#include <newsarc/search.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "search/plan/plan.hpp"
#include "search/plan/session.hpp"
#include "search/plan/step_clock.hpp"
#include "search/rank/feedback.hpp"
#include "search/rank/ranking.hpp"
#include "search/rank/reading.hpp"
#include "search/rank/scorer.hpp"
#include "search/rank/top.hpp"

namespace newsarc::search {

/// Gives every article a plan matches its score: words, neighbouring words, letters,
/// relevance feedback, age.
class Ranker {
public:
    /// `postings` are those of the plan's terms. All must outlive the ranker.
    Ranker(Session& session, const Plan& plan, std::span<const store::Postings> postings,
           const Ranking& ranking);

    /// The scores of the plan's own words.
    void add_words();

    /// Adds those of neighbouring words of the plan that stand near each other in the best of `matched`.
    void add_pairs(const DocSet& matched);

    /// Adds those of letters that words of the plan have in common with words of the best of `matched`, where
    /// the archive holds languages whose words have parts (text/analysis/word_parts.hpp).
    void add_letters(const DocSet& matched);

    /// Adds the words of the best of `matched` so far, as docs/ranking.md describes.
    void add_feedback(const DocSet& matched, StepClock& clock);

    /// Lets half of each score fall to half every `days` of age, counted back from `now` (Unix
    /// seconds). Articles without a date keep only the other half.
    void favour_recent(const DocSet& matched, double days, std::int64_t now);

    [[nodiscard]] std::vector<Scored> best(const DocSet& matched, std::size_t count);

    /// The words that add_feedback() added.
    [[nodiscard]] const std::vector<ExplainedWord>& feedback_words() const { return feedback_words_; }

private:
    [[nodiscard]] double inverse_frequency(std::size_t term) const;
    [[nodiscard]] std::vector<std::uint32_t> best_ids(const DocSet& matched, std::size_t count);
    [[nodiscard]] std::optional<std::size_t> term_of(const std::string& stem) const;
    [[nodiscard]] std::vector<Example> choose_examples(std::span<const Scored> best) const;
    [[nodiscard]] double coverage(std::span<const FeedbackWord> words) const;
    template <typename Has>
    [[nodiscard]] double share_of_query(Has has, double least = 0) const;

    Session& session_;
    const Plan& plan_;
    std::span<const store::Postings> postings_;
    const Ranking& ranking_;
    Scorer scorer_;
    Reading reading_;
    std::vector<ExplainedWord> feedback_words_;
};

/// A word of feedback as a term to look up.
Term as_term(const FeedbackWord& word);

/// A term as `--explain` shows it.
ExplainedWord explain(const Term& term, const store::Postings& postings);

}  // namespace newsarc::search
