#pragma once

#include <newsarc/search.hpp>

#include <span>
#include <vector>

#include "search/plan/plan.hpp"
#include "search/plan/session.hpp"
#include "search/plan/step_clock.hpp"
#include "search/rank/ranking.hpp"
#include "search/rank/scorer.hpp"
#include "search/rank/top.hpp"

namespace newsarc::search {

/// Gives every article a plan matches its score: words, neighbouring words, relevance feedback, age.
class Ranker {
public:
    /// `postings` are those of the plan's terms. All must outlive the ranker.
    Ranker(Session& session, const Plan& plan, std::span<const store::Postings> postings,
           const Ranking& ranking);

    /// The scores of the plan's own words, and of those that stand near each other.
    void add_words();

    /// Adds the words of the best of `matched` so far, as docs/ranking.md describes.
    void add_feedback(const DocSet& matched, StepClock& clock);

    /// Lets half of each score fall to half every `days` of age, counted back from `now` (Unix
    /// seconds). Articles without a date keep only the other half.
    void favour_recent(const DocSet& matched, double days, std::int64_t now);

    [[nodiscard]] std::vector<Scored> best(const DocSet& matched, std::size_t count);

    /// The words that add_feedback() added.
    [[nodiscard]] const std::vector<ExplainedWord>& feedback_words() const { return feedback_words_; }

private:
    [[nodiscard]] const store::Postings* postings_of(const std::string& stem) const;

    Session& session_;
    const Plan& plan_;
    std::span<const store::Postings> postings_;
    const Ranking& ranking_;
    Scorer scorer_;
    std::vector<ExplainedWord> feedback_words_;
};

/// A term as `--explain` shows it.
ExplainedWord explain(const Term& term, const store::Postings& postings);

/// Articles beyond which a word is too common for feedback.
std::size_t most_postings(const Ranking& ranking, std::size_t articles);

}  // namespace newsarc::search
