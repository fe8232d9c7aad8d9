#include "search/search.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <optional>

#include "query/parser.hpp"
#include "search/plan/lookup.hpp"
#include "search/plan/plan.hpp"
#include "search/plan/selection.hpp"
#include "search/plan/session.hpp"
#include "search/rank/groups.hpp"
#include "search/rank/ranker.hpp"
#include "search/show/facets.hpp"
#include "search/show/hits.hpp"
#include "search/show/marks.hpp"
#include "search/show/matcher.hpp"
#include "search/show/suggest.hpp"
#include "store/select/chronology.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

bool has_filter(const PlanNode& node) {
    return node.kind == PlanNode::Kind::filter || std::ranges::any_of(node.children, has_filter);
}

/// A query that fewer articles answer may hold a misspelt word.
constexpr std::size_t few = 5;

bool has_scores(const Plan& plan) {
    return std::ranges::any_of(plan.terms, [](const Term& term) { return term.weight > 0; });
}

/// Without scores the newest come first.
ListOrder order_of(Sort sort) {
    if (sort == Sort::oldest) return ListOrder::oldest;
    return sort == Sort::added ? ListOrder::added : ListOrder::newest;
}

/// One search, step by step.
class Search {
public:
    Search(Session& session, const SearchRequest& request, const Ranking& ranking)
        : session_(session), request_(request), ranking_(ranking) {}

    SearchResult run() {
        result_.last_id = last_id();
        const query::Query query = query::parse(request_.query, request_.now);
        result_.understood = query.everything ? "*" : query::to_string(query.tree);
        result_.notes = query.notes;
        const Wildcards wildcards = find_wildcards(session_, query.tree);
        result_.notes.insert(result_.notes.end(), wildcards.notes.begin(), wildcards.notes.end());
        plan_ = make_plan(query.tree, request_.query, how(), {session_.words, session_.analyses, query.tree},
                          wildcards);
        result_.by_words = has_scores(plan_);
        nothing_asked_ = plan_.root.children.empty() && !query.everything;
        if (nothing_asked_) result_.notes.emplace_back("the query holds nothing to look for; * finds all");
        clock_.done("query");
        postings_ = look_up(session_, plan_.terms, wanted_positions(plan_.root));
        clock_.done("postings");
        const DocSet matched = match();
        clock_.done("matching");
        session_.watch.check();
        auto ranked = request_.sort == Sort::relevance && result_.by_words ? rank(matched) : list(matched);
        if (groups_) groups_->keep_first(ranked, request_.offset + request_.limit);
        clock_.done("ranking");
        result_.hits = make_hits(session_, ranked, request_.offset, plan_.terms, request_.snippets);
        clock_.done("hits");
        for (const FacetField field : request_.facets) {
            result_.facets.push_back(count_facet(session_.connection, field, matched, request_.facet_values));
        }
        clock_.done("facets");
        if (result_.total_all_words < few && request_.after == 0) {
            // Where a field has left most out, a word that is known need not be wrong.
            const bool found_little = result_.total < few && !has_filter(plan_.root);
            result_.suggestion = suggest(session_, request_.query, plan_.terms, postings_, found_little);
            clock_.done("suggestion");
        }
        if (request_.explain) explain_words();
        return std::move(result_);
    }

private:
    DocSet match() {
        if (nothing_asked_) return DocSet(session_.lengths.size());
        const Matcher matcher(postings_, session_.articles,
                              [this](const query::Node& filter) { return filtered(session_, filter); });
        DocSet matched = matcher.match(plan_.root, how());
        DocSet with_all = matcher.match(plan_.root, Match::all);
        if (request_.resembling && how() != Match::all) others_ = matcher.match_but_words(plan_.root);
        if (others_) *others_ -= matched;
        if (request_.after > 0) {
            const DocSet later = later_articles();
            matched &= later;
            with_all &= later;
            if (others_) *others_ &= later;
        }
        result_.total = matched.count();
        result_.total_all_words = with_all.count();
        if (request_.group) {
            groups_.emplace(session_.connection);
            repeats_ = groups_->repeats(matched);
            result_.total -= repeats_;
            result_.total_all_words -= groups_->repeats(with_all);
        }
        return matched;
    }

    Match how() const {
        const Match usual = request_.sort == Sort::relevance ? Match::best : Match::all;
        return request_.match.value_or(usual);
    }

    std::int64_t last_id() const {
        const auto last = std::find_if(session_.lengths.rbegin(), session_.lengths.rend(),
                                       [](std::uint8_t length) { return length != 0; });
        return last == session_.lengths.rend() ? 0 : session_.lengths.rend() - last - 1;
    }

    DocSet later_articles() const {
        DocSet out(session_.lengths.size());
        session_.articles.for_each([&](std::uint32_t id) {
            if (id > request_.after) out.insert(id);
        });
        return out;
    }

    /// How many of the best to rank: as many more as groups may swallow.
    std::size_t wanted() const {
        return request_.limit == 0 ? 0 : request_.offset + request_.limit + repeats_;
    }

    std::vector<Scored> rank(const DocSet& matched) {
        Ranker ranker(session_, plan_, postings_, ranking_);
        if (wanted() == 0) return {};
        ranker.add_words();
        ranker.add_pairs(matched);
        ranker.add_letters(matched);
        clock_.done("scores");
        if (request_.feedback) ranker.add_feedback(matched, clock_);
        if (request_.recent_days && request_.now) {
            ranker.favour_recent(matched, *request_.recent_days, *request_.now);
        }
        feedback_words_ = ranker.feedback_words();
        std::vector<Scored> out = ranker.best(matched, wanted());
        if (others_ && out.size() < wanted()) {
            append_others(ranker.best(*others_, wanted() - out.size()), out);
        }
        return out;
    }

    /// What has no word of the query comes after what has one, and its scores go on below.
    static void append_others(const std::vector<Scored>& others, std::vector<Scored>& out) {
        if (others.empty() || out.empty()) return;
        const double scale = std::min(1.0, out.back().score / others.front().score);
        for (const Scored& each : others) {
            if (each.score > 0) out.push_back({each.article, each.score * scale});
        }
    }

    /// In the order asked for; newest first where nothing gives a score.
    std::vector<Scored> list(const DocSet& matched) {
        std::vector<Scored> out;
        if (wanted() == 0 || result_.total == 0) return out;
        const std::size_t last = std::min(wanted(), result_.total + repeats_);
        store::visit_in_order(session_.connection, order_of(request_.sort), [&](std::int64_t id) {
            if (matched.contains(static_cast<std::size_t>(id))) {
                out.push_back({static_cast<std::uint32_t>(id), 0});
            }
            return out.size() < last;
        });
        return out;
    }

    void explain_words() {
        Explanation out;
        for (std::size_t i = 0; i < plan_.terms.size(); ++i) {
            // A part goes with its word.
            if (!plan_.terms[i].part) out.words.push_back(explain(plan_.terms[i], postings_[i]));
        }
        out.words.insert(out.words.end(), feedback_words_.begin(), feedback_words_.end());
        out.steps = clock_.steps();
        result_.explanation = std::move(out);
    }

    Session& session_;
    const SearchRequest& request_;
    const Ranking& ranking_;
    StepClock clock_;
    Plan plan_;
    std::optional<DocSet> others_;  ///< where asked for, what fits but for its words
    std::optional<Groups> groups_;  ///< when they are asked for
    std::size_t repeats_ = 0;       ///< articles found that stand behind another of their group
    bool nothing_asked_ = false;
    std::vector<store::Postings> postings_;
    std::vector<ExplainedWord> feedback_words_;
    SearchResult result_;
};

/// The words of a query that is nothing but a long phrase: a headline that quotes someone, pasted as it is,
/// more often than words that must stand so.
std::optional<std::string> long_phrase(const SearchRequest& request) {
    constexpr std::size_t is_long = 7;
    const bool best = request.sort == Sort::relevance && request.match.value_or(Match::best) == Match::best;
    if (!best || request.limit == 0 || request.after > 0) return std::nullopt;
    const query::Query query = query::parse(request.query, request.now);
    if (query.tree.children.size() != 1) return std::nullopt;
    const query::Node& node = query.tree.children[0];
    if (node.kind != query::NodeKind::phrase || node.occur != query::Occur::optional || node.field)
        return std::nullopt;
    if (text::count_terms(node.text, text::words(node.text)) < is_long) return std::nullopt;
    return node.text;
}

SearchResult run_once(const store::Connection& connection, const SearchRequest& request,
                      const Ranking& ranking) {
    return within(connection, request.limits,
                  [&](Session& session) { return Search(session, request, ranking).run(); });
}

}  // namespace

SearchResult run(const store::Connection& connection, const SearchRequest& request, const Ranking& ranking) {
    SearchResult exact = run_once(connection, request, ranking);
    const auto words = exact.total == 0 ? long_phrase(request) : std::nullopt;
    if (!words) return exact;
    SearchRequest loose = request;
    loose.query = *words;
    SearchResult out = run_once(connection, loose, ranking);
    if (out.total == 0) return exact;
    out.notes.insert(out.notes.begin(), "no article has the phrase; these have words of it");
    return out;
}

ArticleMarks marks(const store::Connection& connection, const Article& article, const MatchRequest& request) {
    return within(connection, request.limits, [&](Session& session) {
        const query::Query query = query::parse(request.query, request.now);
        const Plan plan =
            make_plan(query.tree, request.query, Match::best, {session.words, session.analyses, query.tree});
        const Marker marker(plan.terms, session.words);
        const auto id = static_cast<std::size_t>(article.id.value_or(0));
        const text::Analysis analysis =
            id < session.analyses.size() ? session.analyses[id] : text::stock_analysis;
        const auto in = [&](const std::optional<std::string>& text) {
            return text ? ranges(marker.find(*text, analysis)) : std::vector<Range>();
        };
        return ArticleMarks{in(article.headline), in(article.deck), in(article.body)};
    });
}

}  // namespace newsarc::search
