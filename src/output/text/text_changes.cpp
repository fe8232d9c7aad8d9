#include "output/changes.hpp"
#include "output/text/lines.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace newsarc::output {
namespace {

std::string megabytes(std::int64_t bytes) {
    std::array<char, 64> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.2f MB", static_cast<double>(bytes) / 1e6);
    return std::string(text.data(), static_cast<std::size_t>(length));
}

}  // namespace

void print_changed(std::ostream& out, std::string_view what, const Article& article, std::string_view more,
                   const Style& style) {
    out << what << " " << style.heading(std::to_string(article.id.value_or(0))) << "  "
        << (article.headline ? on_one_line(*article.headline) : "(no headline)");
    if (!more.empty()) out << "  " << style.faint(on_one_line(more));
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

}  // namespace newsarc::output
