#include "search/rank/ranker.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "search/rank/letter_runs.hpp"
#include "search/rank/proximity.hpp"
#include "store/select/chronology.hpp"

namespace newsarc::search {

namespace {

/// What a word counts more that comes again where it stands at all (Katz, 1996): r to the power of
/// `burstiness`, where r is how often it does. Eight occurrences in four articles stand for what is not known
/// of a rare word.
double burst(const store::Postings& postings, const Ranking& ranking) {
    const auto occurrences = static_cast<double>(postings.occurrences);
    const auto articles = static_cast<double>(postings.articles.size());
    return std::pow((occurrences + 8) / (articles + 4) - 1, ranking.burstiness);
}

/// How much long articles are held back: in other languages than English more by a long query, of which they
/// have much by chance.
double length_weight(const Plan& plan, const Ranking& ranking) {
    if (std::ranges::none_of(plan.terms, &Term::part)) return ranking.b;
    double words = 0;
    for (const Term& term : plan.terms)
        words += term.part ? 0 : term.weight;
    const double rise = ranking.b_rise * std::max(0.0, words - ranking.b_words);
    return std::min(ranking.b + rise, std::max(ranking.b, ranking.b_most));
}

}  // namespace

Ranker::Ranker(Session& session, const Plan& plan, std::span<const store::Postings> postings,
               const Ranking& ranking)
    : session_(session),
      plan_(plan),
      postings_(postings),
      ranking_(ranking),
      scorer_(session.lengths, length_weight(plan, ranking)),
      reading_(session) {}

double Ranker::inverse_frequency(std::size_t term) const {
    return scorer_.inverse_frequency(static_cast<double>(postings_[term].articles.size()));
}

void Ranker::add_words() {
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        if (plan_.terms[i].weight <= 0) continue;
        const double weight = plan_.terms[i].weight * burst(postings_[i], ranking_) * inverse_frequency(i);
        scorer_.add(postings_[i].articles, weight, ranking_.k1);
    }
}

void Ranker::add_pairs(const DocSet& matched) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    const PlanNode* last = nullptr;
    for (const PlanNode& node : plan_.root.children) {
        if (node.kind != PlanNode::Kind::term || node.occur == query::Occur::excluded) continue;
        if (plan_.terms[node.term].part) continue;
        if (last != nullptr && last->term != node.term) pairs.emplace_back(last->term, node.term);
        last = &node;
    }
    if (pairs.empty()) return;
    const auto articles = best_ids(matched, ranking_.pair_articles);
    for (const auto& [a, b] : pairs) {
        const auto found =
            near_pairs(reading_, articles, plan_.terms[a], plan_.terms[b], ranking_.pair_window);
        const auto rarer = std::min(postings_[a].articles.size(), postings_[b].articles.size());
        const double in = ranking_.pair_share * static_cast<double>(rarer);
        scorer_.add(found.articles, ranking_.pair_weight * scorer_.inverse_frequency(in), ranking_.k1);
    }
}

void Ranker::add_letters(const DocSet& matched) {
    if (std::ranges::none_of(plan_.terms, &Term::part)) return;
    const auto articles = best_ids(matched, ranking_.run_articles);
    for (const LetterRun& run : letter_runs(reading_, articles, plan_.terms)) {
        // They tell these articles from each other; in how many others they stand is not known.
        const auto all = static_cast<double>(articles.size());
        const auto in = static_cast<double>(run.found.articles.size());
        const double rarity = std::log(1 + (all - in + 0.5) / (in + 0.5));
        scorer_.add(run.found.articles, ranking_.run_weight * run.weight * rarity, ranking_.k1);
    }
}

void Ranker::add_feedback(const DocSet& matched, StepClock& clock) {
    const auto first = best(matched, ranking_.feedback_articles);
    if (first.empty() || first[0].score <= 0) return;
    clock.done("first pass");
    const auto examples = choose_examples(first);
    if (examples.empty()) return;
    const auto words = choose_words(examples, reading_, scorer_, session_.index, ranking_);
    clock.done("feedback words");
    double query_weight = 0;
    for (const Term& term : plan_.terms)
        query_weight += term.weight;
    const double share = ranking_.feedback_weight * coverage(words) * query_weight;
    for (const FeedbackWord& word : words) {
        const double weight = share * word.weight;
        if (const auto known = term_of(word.stem)) {
            scorer_.add(postings_[*known].articles, weight * inverse_frequency(*known), ranking_.feedback_k1);
        } else if (word.articles <= static_cast<double>(ranking_.feedback_postings)) {
            const double each = weight * scorer_.inverse_frequency(word.articles);
            session_.index.visit(word.stem, [&](std::span<const store::Posting> postings) {
                scorer_.add(postings, each, ranking_.feedback_k1);
            });
            feedback_words_.push_back(
                {word.word, word.stem, static_cast<std::size_t>(word.articles), weight, true});
        }
    }
    clock.done("feedback postings");
}

/// What is taken for an example, and for how much. Where the first article holds the query and none comes
/// near, the query names that article, and there is none; many hold all of two or three words. Nor is there
/// one where the first is in another language than English: there feedback finds less of what is looked for
/// than the words alone.
std::vector<Example> Ranker::choose_examples(std::span<const Scored> best) const {
    const auto holds = [&](std::size_t term) {
        return std::ranges::binary_search(postings_[term].articles, best[0].article, {},
                                          &store::Posting::article);
    };
    const double articles = static_cast<double>(session_.lengths.size());
    const double held = share_of_query(holds, ranking_.feedback_telling * std::log(articles));
    const auto weigh = [&](const Scored& each) {
        return std::pow(each.score / best[0].score, ranking_.feedback_sharpness * held);
    };
    std::vector<Example> out;
    if (session_.analyses[best[0].article] != text::stock_analysis) return out;
    if (best.size() > 1 && weigh(best[1]) < ranking_.feedback_alone) return out;
    for (const Scored& each : best) {
        const double weight = weigh(each);
        if (weight >= ranking_.feedback_least) out.push_back({each.article, weight});
    }
    return out;
}

/// How much of the query the words that feedback chose speak of, 0 to 1.
double Ranker::coverage(std::span<const FeedbackWord> words) const {
    return share_of_query([&](std::size_t term) {
        return std::ranges::all_of(plan_.terms[term].spellings[0].stems, [&](const std::string& stem) {
            return std::ranges::find(words, stem, &FeedbackWord::stem) != words.end();
        });
    });
}

/// The share that the terms for which `has(number)` is true have of the query, by their inverse frequency,
/// 0 to 1; of `least`, where all of it is less. What no article holds is left aside.
template <typename Has>
double Ranker::share_of_query(Has has, double least) const {
    double all = 0;
    double shared = 0;
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        const Term& term = plan_.terms[i];
        if (postings_[i].articles.empty() || term.weight <= 0 || term.part) continue;
        const double weight = term.weight * inverse_frequency(i);
        all += weight;
        if (has(i)) shared += weight;
    }
    return all > 0 ? shared / std::max(all, least) : 0;
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

/// Ascending.
std::vector<std::uint32_t> Ranker::best_ids(const DocSet& matched, std::size_t count) {
    std::vector<std::uint32_t> out;
    for (const Scored& each : best(matched, count))
        out.push_back(each.article);
    std::ranges::sort(out);
    return out;
}

/// The plan's own word of that stem, if it has one.
std::optional<std::size_t> Ranker::term_of(const std::string& stem) const {
    for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
        const Term& term = plan_.terms[i];
        const store::Phrase& phrase = term.spellings[0].phrase;
        const bool anywhere = phrase.part == store::Part::any && !phrase.further;
        const bool is_word =
            !term.prefix && !term.part && term.weight > 0 && anywhere && term.spellings[0].stems.size() == 1;
        if (is_word &&
            std::ranges::find(term.spellings, std::vector{stem}, &Spelling::stems) != term.spellings.end())
            return i;
    }
    return std::nullopt;
}

Term as_term(const FeedbackWord& word) {
    store::Phrase phrase;
    phrase.words = word.word;
    Term term;
    term.text = word.word;
    term.spellings.push_back({std::move(phrase), {word.stem}});
    term.weight = word.weight;
    return term;
}

ExplainedWord explain(const Term& term, const store::Postings& postings) {
    ExplainedWord out{term.text, {}, postings.articles.size(), term.weight, false};
    const std::size_t spellings = term.wildcard ? term.spellings.size() : 1;
    for (const Spelling& spelling : std::span(term.spellings).first(spellings)) {
        for (const std::string& stem : spelling.stems)
            out.stem += (out.stem.empty() ? "" : " ") + stem;
    }
    return out;
}

}  // namespace newsarc::search
