#include "search/rank/ranker.hpp"

#include <algorithm>
#include <cmath>

#include "search/rank/feedback.hpp"
#include "search/rank/proximity.hpp"
#include "store/select/chronology.hpp"

namespace newsarc::search {

Ranker::Ranker(Session& session, const Plan& plan, std::span<const store::Postings> postings,
               const Ranking& ranking)
    : session_(session),
      plan_(plan),
      postings_(postings),
      ranking_(ranking),
      scorer_(session.lengths, ranking) {}

void Ranker::add_words() {
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        if (plan_.terms[i].weight > 0) scorer_.add(postings_[i], plan_.terms[i].weight);
    }
    const PlanNode* last = nullptr;
    for (const PlanNode& node : plan_.root.children) {
        if (node.kind != PlanNode::Kind::term || node.occur == query::Occur::excluded) continue;
        if (last != nullptr && last->term != node.term) {
            const auto pairs = near_pairs(postings_[last->term], postings_[node.term], ranking_.pair_window);
            scorer_.add(pairs, ranking_.pair_weight);
        }
        last = &node;
    }
}

void Ranker::add_feedback(const DocSet& matched, StepClock& clock) {
    double query_weight = 0;
    for (const Term& term : plan_.terms)
        query_weight += term.weight;
    const auto first = best(matched, ranking_.feedback_articles);
    if (first.empty() || first[0].score <= 0) return;
    std::vector<Model> models;
    models.reserve(first.size());
    for (const Scored& each : first) {
        models.push_back({each.article, std::pow(each.score / first[0].score, ranking_.feedback_sharpness)});
    }
    clock.done("first pass");
    store::CommonWords common(session_.connection);
    const auto words = choose_words(models, session_.reader, session_.tokenizer, common, ranking_);
    clock.done("feedback words");
    const double share = ranking_.feedback_share / (1 - ranking_.feedback_share) * query_weight;
    std::vector<Term> fresh;
    for (const FeedbackWord& word : words) {
        if (const auto* known = postings_of(word.stem)) {
            scorer_.add(*known, share * word.weight);
        } else {
            Term term;
            term.text = word.word;
            term.spellings = {{store::as_phrase(word.word), {word.stem}}};
            term.weight = share * word.weight;
            fresh.push_back(std::move(term));
        }
    }
    const auto found =
        session_.postings(fresh, most_postings(ranking_, scorer_.article_count()), store::Positions::no);
    for (std::size_t i = 0; i < fresh.size(); ++i) {
        if (!found[i].complete) continue;
        scorer_.add(found[i], fresh[i].weight);
        feedback_words_.push_back(explain(fresh[i], found[i]));
        feedback_words_.back().feedback = true;
    }
    clock.done("feedback postings");
}

void Ranker::favour_recent(const DocSet& matched, double days, std::int64_t now) {
    constexpr double seconds_a_day = 86400;
    std::vector<float> freshness(session_.lengths.size(), 0.0F);
    store::visit_dates(session_.connection, [&](std::int64_t id, std::int64_t published) {
        if (!matched.contains(static_cast<std::size_t>(id))) return;
        const double age = std::max(0.0, static_cast<double>(now - published)) / seconds_a_day;
        freshness[static_cast<std::size_t>(id)] = static_cast<float>(std::exp2(-age / days));
    });
    matched.for_each([&](std::uint32_t id) { scorer_.scale(id, 0.5 + 0.5 * freshness[id]); });
}

std::vector<Scored> Ranker::best(const DocSet& matched, std::size_t count) {
    return top(matched, scorer_.scores(), count,
               [this](std::uint32_t id) { return session_.reader.published(id); });
}

/// Those of the plan's own word of that stem, if it has one.
const store::Postings* Ranker::postings_of(const std::string& stem) const {
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        const Term& term = plan_.terms[i];
        const bool is_word = !term.prefix && term.weight > 0 && term.spellings.size() == 1 &&
                             term.spellings[0].match.starts_with('"');
        if (is_word && term.spellings[0].stems == std::vector{stem}) return &postings_[i];
    }
    return nullptr;
}

ExplainedWord explain(const Term& term, const store::Postings& postings) {
    ExplainedWord out{term.text, {}, postings.articles.size(), term.weight, false};
    for (const std::string& stem : term.spellings.at(0).stems) {
        out.stem += (out.stem.empty() ? "" : " ") + stem;
    }
    return out;
}

std::size_t most_postings(const Ranking& ranking, std::size_t articles) {
    const double share = ranking.feedback_common * static_cast<double>(articles);
    return std::min(ranking.feedback_postings, static_cast<std::size_t>(share) + 1);
}

}  // namespace newsarc::search
