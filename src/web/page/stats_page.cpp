#include <algorithm>

#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"
#include "web/page/frame.hpp"
#include "web/page/pages.hpp"
#include "web/page/search_state.hpp"
#include "web/page/timeline.hpp"

namespace newsarc::web {
namespace {

constexpr std::size_t most_values = 15;

void number(Markup& out, std::string_view name, const std::string& value) {
    out.in("div", [&] {
        out.element("dt", name);
        out.element("dd", value);
    });
}

std::string_view title_of(FacetField field) {
    const auto all = filter_fields();
    const auto found = std::ranges::find(all, field, &FilterField::facet);
    return found == all.end() ? to_string(field) : found->title;
}

void values(Markup& out, const ValueCounts& counts) {
    if (counts.values.empty()) return;
    const std::string field(to_string(counts.field));
    out.in("section", [&] {
        out.element("h2", title_of(counts.field));
        out.in("table", [&] {
            for (const FacetCount& each : counts.values) {
                out.in("tr", [&] {
                    out.in("td", [&] {
                        out.in("a", {{"href", address("/", {{field, each.value}})}},
                               [&] { out.element("bdi", each.value); });
                    });
                    out.element("td", {{"class", "number"}}, std::to_string(each.count));
                });
            }
        });
        if (counts.different > counts.values.size()) {
            out.element("p", {{"class", "quiet"}},
                        std::to_string(counts.different - counts.values.size()) + " more");
        }
    });
}

}  // namespace

Response stats_page(const Request& request, ask::Desk& desk) {
    const Stats stats = desk.archive().stats(
        {.most = most_values, .now = desk.world().now(), .limits = {.interrupt = request.cancelled}});
    return page(request, {.title = "Numbers", .place = "/stats", .main = "stats"}, [&](Markup& out) {
        out.element("h1", "The archive in numbers");
        out.in("dl", {{"class", "numbers"}}, [&] {
            number(out, "articles", std::to_string(stats.articles));
            number(out, "words", std::to_string(stats.words));
            number(out, "links", std::to_string(stats.links));
            if (stats.first_published) number(out, "oldest", shown_date(*stats.first_published));
            if (stats.last_published) number(out, "newest", shown_date(*stats.last_published));
            if (stats.last_added) number(out, "added last", output::readable_moment(*stats.last_added));
        });
        timeline(out, stretches(stats.months, stats.years),
                 [](const Stretch& each) { return SearchState().between(each.since, each.until).address(); });
        out.in("div", {{"class", "columns"}}, [&] {
            for (const ValueCounts& each : stats.fields)
                values(out, each);
        });
    });
}

}  // namespace newsarc::web
