#include "output/json/json.hpp"
#include "output/json/json_value.hpp"
#include "output/text/marks.hpp"

namespace newsarc::output {
namespace {

Json value_of(const Hit& hit) {
    Json out;
    out["rank"] = hit.rank;
    out["score"] = hit.score;
    out["id"] = hit.id;
    out["uid"] = hit.uid;
    out["key"] = or_null(hit.key);
    out["headline"] = or_null(hit.headline);
    out["credit"] = or_null(hit.credit);
    out["byline"] = or_null(hit.byline);
    out["published"] = hit.published ? Json(to_iso(*hit.published)) : Json(nullptr);
    out["added"] = hit.added;
    out["tags"] = hit.tags;
    out["snippet"] = hit.snippet.text;
    out["snippet_html"] = snippet_html(hit.snippet);
    out["similar"] = hit.similar;
    return out;
}

Json value_of(const std::vector<Facet>& facets) {
    Json out = Json::object();
    for (const Facet& facet : facets) {
        Json values = Json::array();
        for (const FacetCount& each : facet.values) {
            values.push_back({{"value", each.value}, {"count", each.count}});
        }
        out[std::string(to_string(facet.field))] = std::move(values);
    }
    return out;
}

Json value_of(const Explanation& explanation) {
    Json words = Json::array();
    for (const ExplainedWord& word : explanation.words) {
        words.push_back({{"text", word.text},
                         {"stem", word.stem},
                         {"articles", word.articles},
                         {"weight", word.weight},
                         {"feedback", word.feedback}});
    }
    Json steps = Json::array();
    for (const ExplainedStep& step : explanation.steps) {
        steps.push_back({{"name", step.name}, {"seconds", step.seconds}});
    }
    return {{"words", std::move(words)}, {"steps", std::move(steps)}};
}

}  // namespace

std::string hit_json(const Hit& hit) {
    return one_line(value_of(hit));
}

std::string search_json(std::string_view query, const SearchResult& result, double seconds,
                        std::string_view name) {
    Json hits = Json::array();
    for (const Hit& hit : result.hits)
        hits.push_back(value_of(hit));
    Json out;
    if (!name.empty()) out["qid"] = name;
    out["query"] = query;
    out["understood"] = result.understood;
    out["total"] = result.total;
    out["total_all_words"] = result.total_all_words;
    out["suggestion"] = or_null(result.suggestion);
    out["seconds"] = seconds;
    out["notes"] = result.notes;
    out["hits"] = std::move(hits);
    out["facets"] = value_of(result.facets);
    if (result.explanation) out["explanation"] = value_of(*result.explanation);
    return one_line(out);
}

}  // namespace newsarc::output
