#include "output/search.hpp"

#include "output/exchange/csv.hpp"
#include "output/json.hpp"
#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <cstdio>
#include <iomanip>
#include <sstream>
#include <string>
#include <vector>

namespace newsarc::output {
namespace {

constexpr std::string_view indent = "    ";
constexpr std::size_t count_width = 7;

void print_hit(std::ostream& out, const Hit& hit, const Layout& layout) {
    const std::string rank = right(std::to_string(hit.rank), 2);
    // The headline stands behind the rank, its further lines below.
    const std::size_t column = std::max(indent.size(), rank.size() + 2);
    std::string before = rank + std::string(column - rank.size(), ' ');
    const std::string margin(column, ' ');
    const std::string_view headline = hit.headline ? std::string_view(*hit.headline) : "(no headline)";
    for (const std::string& line : broken_marked(headline, hit.headline_marks, layout, column)) {
        out << before << line << "\n";
        before = margin;
    }
    const std::string about = dotted({
        hit.credit ? on_one_line(*hit.credit) : "",
        hit.byline ? "by " + on_one_line(*hit.byline) : "",
        hit.published ? readable_date(*hit.published) : "",
        "id " + std::to_string(hit.id),
        hit.similar > 0 ? std::to_string(hit.similar) + " similar" : "",
    });
    for (const std::string& line : broken(about, layout, column)) {
        out << margin << layout.style.faint(line) << "\n";
    }
    if (!hit.snippet.text.empty()) {
        for (const std::string& line : broken_marked(hit.snippet.text, hit.snippet.marks, layout, column)) {
            out << margin << line << "\n";
        }
    }
    out << "\n";
}

std::string totals(const SearchResult& result) {
    std::string out = counted(result.total, "article");
    if (!result.by_words) return out;
    if (result.total_all_words == result.total) return out + " with all the words";
    return out + ": " + std::to_string(result.total_all_words) + " with all the words, " +
           std::to_string(result.total - std::min(result.total, result.total_all_words)) + " with some";
}

void print_facet(std::ostream& out, const Facet& facet, const Layout& layout) {
    out << layout.style.heading(to_string(facet.field)) << "\n";
    for (const FacetCount& each : facet.values) {
        out << right(std::to_string(each.count), count_width) << "  " << on_one_line(each.value) << "\n";
    }
    if (facet.without > 0 || facet.values.empty()) {
        out << right(std::to_string(facet.without), count_width) << "  " << layout.style.faint("(none)")
            << "\n";
    }
    if (facet.left_out > 0) {
        const std::string more = "… " + counted(facet.left_out, "more value") + ": --facet-values " +
                                 std::to_string(facet.values.size() + facet.left_out);
        out << std::string(count_width + 2, ' ') << layout.style.faint(more) << "\n";
    }
    out << "\n";
}

}  // namespace

void print_title(std::ostream& out, std::string_view title, const Layout& layout) {
    out << layout.style.heading(on_one_line(title)) << "\n";
}

void print_hits(std::ostream& out, const SearchResult& result, const Layout& layout) {
    for (const Hit& hit : result.hits)
        print_hit(out, hit, layout);
}

void print_totals(std::ostream& out, const SearchResult& result, const Layout& layout) {
    if (result.total == 0) return;
    for (const Facet& facet : result.facets)
        print_facet(out, facet, layout);
    std::string last = totals(result);
    if (!result.hits.empty() && result.hits.size() < result.total) {
        last += "; shown: " + std::to_string(result.hits.front().rank) + " to " +
                std::to_string(result.hits.back().rank);
    }
    for (const std::string& line : broken(last, layout))
        out << layout.style.faint(line) << "\n";
}

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
    out["published"] = or_null(hit.published);
    out["added"] = hit.added;
    out["tags"] = hit.tags;
    out["snippet"] = hit.snippet.text;
    out["snippet_html"] = marked_up(hit.snippet.text, hit.snippet.marks);
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

/// What the values do not tell of a facet.
Json rest_of(const std::vector<Facet>& facets) {
    Json out = Json::object();
    for (const Facet& facet : facets)
        out[std::string(to_string(facet.field))] = {{"values", facet.left_out}, {"without", facet.without}};
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
    if (!result.facets.empty()) out["facets_rest"] = rest_of(result.facets);
    if (result.explanation) out["explanation"] = value_of(*result.explanation);
    return one_line(out);
}

namespace {

/// Nine significant digits: more than a ranking means.
std::string number(double value) {
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.9g", value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string value(const Hit& hit, std::string_view field, std::string_view format) {
    if (field == "rank") return std::to_string(hit.rank);
    if (field == "score") return number(hit.score);
    if (field == "id") return std::to_string(hit.id);
    if (field == "uid") return hit.uid;
    if (field == "key") return hit.key.value_or("");
    if (field == "headline") return hit.headline.value_or("");
    if (field == "credit") return hit.credit.value_or("");
    if (field == "byline") return hit.byline.value_or("");
    if (field == "published") return hit.published ? format_date(*hit.published, format) : "";
    if (field == "tags") return text::joined(hit.tags, ";");
    if (field == "snippet") return hit.snippet.text;
    return {};
}

std::string document(const Hit& hit) {
    const bool usable = hit.key && hit.key->find_first_of(" \t\r\n\v\f") == std::string::npos;
    return usable ? *hit.key : hit.uid;
}

}  // namespace

void print_hits_jsonl(std::ostream& out, const SearchResult& result) {
    for (const Hit& hit : result.hits)
        out << hit_json(hit) << "\n";
}

void print_hits_csv(std::ostream& out, const SearchResult& result) {
    std::vector<std::string> row(hit_fields.begin(), hit_fields.end());
    out << csv_row(row);
    for (const Hit& hit : result.hits) {
        for (std::size_t i = 0; i < hit_fields.size(); ++i)
            row[i] = value(hit, hit_fields[i], "");
        out << csv_row(row);
    }
}

void print_hits_trec(std::ostream& out, std::string_view query_id, const SearchResult& result) {
    for (const Hit& hit : result.hits) {
        out << query_id << " Q0 " << document(hit) << ' ' << hit.rank << ' ' << number(hit.score)
            << " newsarc\n";
    }
}

void print_hits_pattern(std::ostream& out, const Pattern& pattern, const SearchResult& result) {
    for (const Hit& hit : result.hits) {
        out << pattern.render([&](std::string_view field, std::string_view format) {
            return on_one_line(value(hit, field, format));
        }) << "\n";
    }
}

void print_saved_search(std::ostream& out, const SavedSearch& search, const SavedSearchCounts& counts,
                        const Layout& layout) {
    std::string about = counted(counts.articles, "article");
    if (counts.unseen > 0) about += ", " + std::to_string(counts.unseen) + " new";
    out << layout.style.heading("@" + on_one_line(search.name)) << "  " << layout.style.faint(about) << "\n";
    for (const std::string& line : broken(on_one_line(search.query), layout, 4))
        out << "    " << line << "\n";
}

std::string saved_search_json(const SavedSearch& search, const SavedSearchCounts& counts) {
    return one_line({{"name", search.name},
                     {"query", search.query},
                     {"saved", search.saved},
                     {"articles", counts.articles},
                     {"new", counts.unseen}});
}

void print_explanation(std::ostream& out, const SearchResult& result, const Layout& layout) {
    out << layout.style.heading("Understood as") << "\n";
    for (const std::string& line : broken(on_one_line(result.understood), layout, 2))
        out << "  " << line << "\n";
    if (!result.explanation) return;
    std::ostringstream table;
    table << std::fixed << std::setprecision(3);
    for (const ExplainedWord& word : result.explanation->words) {
        table << "  " << std::setw(8) << word.weight << "  " << std::setw(8) << word.articles << "  "
              << on_one_line(word.text);
        if (word.stem != word.text) table << " (" << on_one_line(word.stem) << ")";
        table << (word.feedback ? "  from feedback" : "") << "\n";
    }
    out << layout.style.heading("    Weight  Articles  Word") << "\n" << table.str();
    std::ostringstream steps;
    steps << std::fixed << std::setprecision(1);
    for (const ExplainedStep& step : result.explanation->steps) {
        steps << "  " << std::setw(8) << step.seconds * 1000 << " ms  " << step.name << "\n";
    }
    out << layout.style.heading("Time") << "\n" << steps.str() << "\n";
}

}  // namespace newsarc::output
