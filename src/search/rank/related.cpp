#include "search/rank/related.hpp"

#include <newsarc/error.hpp>

#include <string>

#include "search/plan/session.hpp"
#include "search/rank/feedback.hpp"
#include "search/rank/ranker.hpp"
#include "search/show/hits.hpp"
#include "store/duplicate/clusters.hpp"

namespace newsarc::search {
namespace {

/// The article's words as a plan that any of them matches.
Plan plan_of(std::span<const FeedbackWord> words) {
    Plan plan;
    for (const FeedbackWord& word : words)
        plan.terms.push_back(as_term(word));
    return plan;
}

SearchResult run(Session& session, const RelatedRequest& request, const Ranking& ranking) {
    if (request.id < 0 || !session.articles.contains(static_cast<std::size_t>(request.id))) {
        throw Error(ErrorCode::not_found, "no article " + std::to_string(request.id),
                    "`newsarc list` shows the ids there are");
    }
    Reading reading(session);
    const std::vector<Example> itself_alone{{static_cast<std::uint32_t>(request.id)}};
    auto words =
        choose_words(itself_alone, reading, Scorer(session.lengths, ranking.b), session.index, ranking);
    std::erase_if(words, [&](const FeedbackWord& word) {
        return word.articles > static_cast<double>(ranking.feedback_postings);
    });
    const Plan plan = plan_of(words);
    std::vector<store::Postings> postings;
    for (const FeedbackWord& word : words)
        postings.push_back(session.index.find(word.stem));
    DocSet matched(session.lengths.size());
    for (const store::Postings& each : postings) {
        for (const store::Posting& posting : each.articles)
            matched.insert(posting.article);
    }
    DocSet itself(session.lengths.size());
    itself.insert(request.id);
    for (const std::int64_t id : store::cluster_members(session.connection, request.id))
        itself.insert(id);
    matched -= itself;

    SearchResult result;
    result.total = matched.count();
    for (const FeedbackWord& word : words) {
        result.understood += (result.understood.empty() ? "(" : " ") + word.word;
    }
    result.understood += result.understood.empty() ? "()" : ")";
    if (request.limit == 0) return result;
    Ranker ranker(session, plan, postings, ranking);
    ranker.add_words();
    auto ranked = ranker.best(matched, request.offset + request.limit);
    if (request.least > 0) {
        DocSet alone(session.lengths.size());
        alone.insert(request.id);
        const double least = request.least * ranker.best(alone, 1).front().score;
        std::erase_if(ranked, [&](const Scored& one) { return one.score < least; });
    }
    result.hits = make_hits(session, ranked, request.offset, plan.terms, request.snippets);
    return result;
}

}  // namespace

SearchResult related(const store::Connection& connection, const RelatedRequest& request,
                     const Ranking& ranking) {
    return within(connection, request.limits,
                  [&](Session& session) { return run(session, request, ranking); });
}

}  // namespace newsarc::search
