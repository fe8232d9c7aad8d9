#include "output/text/hits.hpp"

#include "output/exchange/csv.hpp"
#include "output/json/json.hpp"
#include "output/template/date_format.hpp"
#include "output/text/lines.hpp"

#include <cstdio>
#include <string>
#include <vector>

namespace newsarc::output {
namespace {

/// Nine significant digits: more than a ranking means.
std::string number(double value) {
    std::array<char, 32> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), "%.9g", value);
    return {buffer.data(), static_cast<std::size_t>(length)};
}

std::string joined(const std::vector<std::string>& tags) {
    std::string out;
    for (const std::string& tag : tags)
        out += (out.empty() ? "" : ";") + tag;
    return out;
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
    if (field == "tags") return joined(hit.tags);
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

}  // namespace newsarc::output
