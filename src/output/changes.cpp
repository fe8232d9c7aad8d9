#include "output/changes.hpp"

#include "output/article.hpp"
#include "output/json.hpp"
#include "output/text/layout.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace newsarc::output {
void print_changed(std::ostream& out, std::string_view what, const Article& article, std::string_view more,
                   const Style& style) {
    out << what << " " << style.heading(std::to_string(article.id.value_or(0))) << "  "
        << listed_name(article);
    if (!more.empty()) out << "  " << style.faint(on_one_line(more));
    out << "\n";
}

void print_removal(std::ostream& out, const Removal& removal, const Style& style) {
    constexpr std::size_t day_length = 10;  // characters of `2025-01-21`
    out << style.heading(std::to_string(removal.id)) << "  " << removal.removed.substr(0, day_length) << "  "
        << on_one_line(removal.headline.value_or("uid " + removal.uid));
    if (removal.path) out << style.faint("  (" + on_one_line(*removal.path) + ")");
    out << "\n";
}

void print_tags(std::ostream& out, const Facet& tags, const Style& style) {
    std::size_t width = 0;
    for (const FacetCount& each : tags.values)
        width = std::max(width, std::to_string(each.count).size());
    for (const FacetCount& each : tags.values) {
        const std::string count = std::to_string(each.count);
        out << std::string(width - count.size(), ' ') << style.faint(count) << "  " << on_one_line(each.value)
            << "\n";
    }
}

void print_optimized(std::ostream& out, const OptimizeResult& result) {
    out << megabytes(result.bytes_before) << " before, " << megabytes(result.bytes_after) << " now\n";
}

namespace {

Json named(const Article& article) {
    Json out;
    out["id"] = or_null(article.id);
    out["uid"] = article.uid;
    out["key"] = or_null(article.key);
    out["headline"] = or_null(article.headline);
    return out;
}

}  // namespace

std::string removed_json(std::span<const Article> removed, const std::vector<std::string>& missing,
                         bool dry_run) {
    Json articles = Json::array();
    for (const Article& article : removed)
        articles.push_back(named(article));
    Json out;
    out["removed"] = std::move(articles);
    out["missing"] = missing;
    out["dry_run"] = dry_run;
    return one_line(out);
}

std::string removal_json(const Removal& removal) {
    Json out;
    out["id"] = removal.id;
    out["uid"] = removal.uid;
    out["key"] = or_null(removal.key);
    out["headline"] = or_null(removal.headline);
    out["path"] = or_null(removal.path);
    out["removed"] = removal.removed;
    return one_line(out);
}

std::string tagged_json(std::span<const Article> changed, std::size_t unchanged,
                        const std::vector<std::string>& missing, bool dry_run) {
    Json articles = Json::array();
    for (const Article& article : changed) {
        Json one = named(article);
        one["tags"] = article.tags;
        articles.push_back(std::move(one));
    }
    Json out;
    out["changed"] = std::move(articles);
    out["unchanged"] = unchanged;
    out["missing"] = missing;
    out["dry_run"] = dry_run;
    return one_line(out);
}

std::string tags_json(const Facet& tags) {
    Json values = Json::array();
    for (const FacetCount& each : tags.values)
        values.push_back({{"value", each.value}, {"count", each.count}});
    return one_line({{"tags", std::move(values)}});
}

std::string optimized_json(const OptimizeResult& result) {
    return one_line({{"bytes_before", result.bytes_before}, {"bytes_after", result.bytes_after}});
}

}  // namespace newsarc::output
