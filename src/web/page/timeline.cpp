#include "web/page/timeline.hpp"

#include <algorithm>
#include <array>

#include "output/stats/stats.hpp"
#include "output/text/layout.hpp"
#include "web/page/frame.hpp"

namespace newsarc::web {
namespace {

/// As many bars as a finger can tell apart on a phone that is held across.
constexpr int most_bars = 24;

constexpr double bar_height = 100;
constexpr double least_height = 3;  ///< of a bar that stands for anything

struct Span {
    int first = 0;
    int last = -1;
    [[nodiscard]] int size() const { return last - first + 1; }
};

Span span_of(const std::vector<FacetCount>& counts) {
    Span out;
    for (const FacetCount& each : counts) {
        const int index = output::period_index(each.value);
        if (out.size() == 0) out = {index, index};
        out = {std::min(out.first, index), std::max(out.last, index)};
    }
    return out;
}

/// Years to a bar: 1, 2, 5, 10, 20 …
int years_to_a_bar(int years) {
    for (int factor = 1;; factor *= 10) {
        for (const int step : {1, 2, 5}) {
            if (years <= (most_bars - 1) * factor * step) return factor * step;
        }
    }
}

void count_into(std::vector<Stretch>& out, const std::vector<FacetCount>& counts, int first, int length) {
    for (const FacetCount& each : counts) {
        const auto at = static_cast<std::size_t>((output::period_index(each.value) - first) / length);
        out[at].count += each.count;
    }
}

}  // namespace

std::vector<Stretch> stretches(const std::vector<FacetCount>& months, const std::vector<FacetCount>& years) {
    std::vector<Stretch> out;
    const Span of_years = span_of(years);
    if (of_years.size() <= 0) return out;
    if (const Span span = span_of(months); of_years.size() <= 2 && span.size() > 0) {
        for (int month = span.first; month <= span.last; ++month) {
            const DateTime moment{.year = month / 12, .month = month % 12 + 1, .precision = Precision::month};
            out.push_back({shown_date(moment), to_iso(moment), to_iso(moment), 0});
        }
        count_into(out, months, span.first, 1);
        return out;
    }
    const int length = years_to_a_bar(of_years.size());
    const int first = of_years.first / length * length;
    for (int year = first; year <= of_years.last; year += length) {
        const std::string since = to_iso({.year = year, .precision = Precision::year});
        const std::string until = to_iso({.year = year + length - 1, .precision = Precision::year});
        out.push_back({length == 1 ? since : since + "–" + until, since, until, 0});
    }
    count_into(out, years, first, length);
    return out;
}

void timeline(Markup& out, const std::vector<Stretch>& stretches,
              const std::function<std::string(const Stretch&)>& address) {
    if (stretches.size() < 2) return;
    const std::size_t most = std::ranges::max(stretches, {}, &Stretch::count).count;
    out.in("nav", {{"class", "timeline"}, {"aria-label", "When they were published"}}, [&] {
        out.in("ol", [&] {
            for (const Stretch& each : stretches) {
                const std::string says = each.title + ": " + output::counted(each.count, "article");
                const double share =
                    static_cast<double>(each.count) / static_cast<double>(std::max<std::size_t>(most, 1));
                const auto height =
                    each.count == 0 ? std::size_t{0}
                                    : static_cast<std::size_t>(std::max(least_height, share * bar_height));
                const auto bar = [&] {
                    out.in(
                        "svg",
                        {{"viewBox", "0 0 10 100"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}},
                        [&] {
                            out.single(
                                "rect",
                                {{"x", "0"}, {"y", 100 - height}, {"width", "10"}, {"height", height}});
                        });
                };
                out.in("li", [&] {
                    if (each.count == 0) {
                        out.in("span", {{"title", says}}, bar);
                        return;
                    }
                    out.in("a", {{"href", address(each)}, {"title", says}, {"aria-label", says}}, bar);
                });
            }
        });
        out.in("p", {{"class", "ends"}, {"aria-hidden", "true"}}, [&] {
            out.element("span", stretches.front().title);
            out.element("span", stretches.back().title);
        });
    });
}

}  // namespace newsarc::web
