#include "output/template/date_format.hpp"
#include "output/text/lines.hpp"
#include "output/text/text.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

constexpr std::string_view indent = "    ";
constexpr std::size_t count_width = 7;

void print_hit(std::ostream& out, const Hit& hit, const Layout& layout) {
    std::string rank = std::to_string(hit.rank);
    rank.insert(0, rank.size() < 2 ? 2 - rank.size() : 0, ' ');
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
    if (facet.values.empty()) out << std::string(count_width + 2, ' ') << layout.style.faint("none") << "\n";
    for (const FacetCount& each : facet.values) {
        std::string count = std::to_string(each.count);
        count.insert(0, count.size() < count_width ? count_width - count.size() : 0, ' ');
        out << count << "  " << on_one_line(each.value) << "\n";
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

}  // namespace newsarc::output
