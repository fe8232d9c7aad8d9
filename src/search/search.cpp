#include "search/search.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <cmath>

#include "query/parser.hpp"
#include "search/doc_set.hpp"
#include "search/feedback.hpp"
#include "search/lookup.hpp"
#include "search/marks.hpp"
#include "search/matcher.hpp"
#include "search/plan.hpp"
#include "search/proximity.hpp"
#include "search/scorer.hpp"
#include "search/snippet.hpp"
#include "search/step_clock.hpp"
#include "search/top.hpp"
#include "store/filters.hpp"
#include "store/found.hpp"
#include "store/lengths.hpp"
#include "store/vocabulary.hpp"
#include "store/watch.hpp"

namespace newsarc::search {
namespace {

/// Everything one search works with.
class Search {
public:
    Search(const store::Connection& connection, const SearchRequest& request, const Ranking& ranking,
           const store::Watch& watch)
        : connection_(connection),
          request_(request),
          ranking_(ranking),
          watch_(watch),
          tokenizer_(connection),
          reader_(connection),
          query_(query::parse(request.query, request.now)),
          plan_(make_plan(query_.tree, request.query, tokenizer_)),
          lengths_(store::load_lengths(connection)),
          articles_(lengths_.size()) {
        for (std::size_t id = 0; id < lengths_.size(); ++id) {
            if (lengths_[id] != 0) articles_.insert(static_cast<std::int64_t>(id));
        }
        clock_.done("query");
    }

    SearchResult run() {
        SearchResult result;
        result.understood = query::to_string(query_.tree);
        result.notes = query_.notes;
        const auto stopped = [this] { return watch_.expired(); };
        postings_ = look_up(connection_, plan_.terms, SIZE_MAX, stopped);
        clock_.done("postings");
        const Matcher matcher(postings_, articles_,
                              [this](const query::Node& node) { return filtered(node); });
        const Match how = request_.match.value_or(Match::best);
        const DocSet matched = matcher.match(plan_.root, how);
        result.total = matched.count();
        result.total_all_words =
            how == Match::all ? result.total : matcher.match(plan_.root, Match::all).count();
        clock_.done("matching");
        const auto ranked = rank(matched);
        clock_.done("ranking");
        add_hits(result, ranked);
        clock_.done("hits");
        if (request_.explain) result.explanation = explanation();
        return result;
    }

private:
    DocSet filtered(const query::Node& node) const {
        DocSet out(lengths_.size());
        store::visit_filtered(connection_, node, [&](std::int64_t id) { out.insert(id); });
        return out;
    }

    std::vector<Scored> scored(const DocSet& matched, const Scorer& scorer) const {
        std::vector<Scored> out;
        matched.for_each([&](std::uint32_t id) { out.push_back({id, scorer.score(id)}); });
        return out;
    }

    std::vector<Scored> best(const DocSet& matched, const Scorer& scorer, std::size_t count) {
        return top(scored(matched, scorer), count,
                   [this](std::uint32_t id) { return reader_.published(id); });
    }

    std::vector<Scored> rank(const DocSet& matched) {
        Scorer scorer(lengths_, ranking_);
        for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
            if (plan_.terms[i].weight > 0) scorer.add(postings_[i], plan_.terms[i].weight);
        }
        add_pairs(scorer);
        clock_.done("scores");
        if (request_.feedback) add_feedback(matched, scorer);
        return best(matched, scorer, request_.offset + request_.limit);
    }

    void add_pairs(Scorer& scorer) const {
        const PlanNode* last = nullptr;
        for (const PlanNode& node : plan_.root.children) {
            if (node.kind != PlanNode::Kind::term || node.occur == query::Occur::excluded) continue;
            if (last != nullptr && last->term != node.term) {
                const auto pairs = near_pairs(postings_[last->term], postings_[node.term], static_cast<std::uint32_t>(ranking_.pair_window));
                scorer.add(pairs, ranking_.pair_weight);
            }
            last = &node;
        }
    }

    void add_feedback(const DocSet& matched, Scorer& scorer) {
        double query_weight = 0;
        for (const Term& term : plan_.terms)
            query_weight += term.weight;
        const auto first = best(matched, scorer, ranking_.feedback_articles);
        if (first.empty() || first[0].score <= 0 || query_weight <= 0) return;
        std::vector<Model> models;
        for (const Scored& each : first) {
            models.push_back(
                {each.article, std::pow(each.score / first[0].score, ranking_.feedback_sharpness)});
        }
        clock_.done("first pass");
        store::CommonWords common(connection_);
        auto words = choose_words(models, reader_, tokenizer_, common, ranking_);
        clock_.done("feedback words");
        const double share = ranking_.feedback_share / (1 - ranking_.feedback_share) * query_weight;
        std::vector<Term> fresh;
        for (const FeedbackWord& word : words) {
            const std::size_t known = term_with_stem(word.stem);
            if (known < plan_.terms.size()) {
                scorer.add(postings_[known], share * word.weight);
            } else {
                fresh.push_back({word.word,
                                 {{store::as_phrase(word.word), {word.stem}}},
                                 false,
                                 false,
                                 share * word.weight});
            }
        }
        const std::size_t most = std::min(
            ranking_.feedback_postings,
            static_cast<std::size_t>(ranking_.feedback_common * static_cast<double>(scorer.article_count())) +
                1);
        const auto found = look_up(connection_, fresh, most, [this] { return watch_.expired(); });
        for (std::size_t i = 0; i < fresh.size(); ++i) {
            if (!found[i].complete) continue;
            scorer.add(found[i], fresh[i].weight);
            feedback_.push_back(explained(fresh[i], found[i]));
        }
        clock_.done("feedback postings");
    }

    static ExplainedWord explained(const Term& term, const store::Postings& postings) {
        ExplainedWord out{term.text, {}, postings.articles.size(), term.weight, false};
        if (term.spellings.empty()) return out;
        for (const std::string& stem : term.spellings[0].stems) out.stem += (out.stem.empty() ? "" : " ") + stem;
        return out;
    }

    Explanation explanation() const {
        Explanation out;
        for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
            out.words.push_back(explained(plan_.terms[i], postings_[i]));
        }
        for (ExplainedWord word : feedback_) {
            word.feedback = true;
            out.words.push_back(std::move(word));
        }
        out.steps = clock_.steps();
        return out;
    }

    std::size_t term_with_stem(const std::string& stem) const {
        std::size_t i = 0;
        while (i < plan_.terms.size()) {
            const Term& term = plan_.terms[i];
            if (!term.prefix && term.weight > 0 && term.spellings.size() == 1 &&
                term.spellings[0].stems == std::vector<std::string>{stem}) {
                break;
            }
            ++i;
        }
        return i;
    }

    void add_hits(SearchResult& result, const std::vector<Scored>& ranked) {
        const Marker marker(plan_.terms, tokenizer_);
        for (std::size_t i = request_.offset; i < ranked.size(); ++i) {
            auto hit = reader_.hit(ranked[i].article);
            if (!hit) continue;
            hit->rank = i + 1;
            hit->score = ranked[i].score;
            if (request_.snippets) {
                if (hit->headline) hit->headline_marks = ranges(marker.find(*hit->headline));
                if (const auto text = reader_.text(hit->id)) hit->snippet = make_snippet(text->body, marker);
            }
            result.hits.push_back(std::move(*hit));
        }
    }

    const store::Connection& connection_;
    const SearchRequest& request_;
    const Ranking& ranking_;
    const store::Watch& watch_;
    store::Tokenizer tokenizer_;
    store::FoundReader reader_;
    query::Query query_;
    Plan plan_;
    std::vector<std::uint8_t> lengths_;
    DocSet articles_;
    std::vector<store::Postings> postings_;
    std::vector<ExplainedWord> feedback_;
    StepClock clock_;
};

}  // namespace

SearchResult run(const store::Connection& connection, const SearchRequest& request, const Ranking& ranking) {
    const store::Watch watch(connection, request.limits);
    try {
        const store::Snapshot snapshot(connection);
        return Search(connection, request, ranking, watch).run();
    } catch (const Error& error) {
        if (error.code() == ErrorCode::interrupted) watch.check();
        throw;
    }
}

}  // namespace newsarc::search
