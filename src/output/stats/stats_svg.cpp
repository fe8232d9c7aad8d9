#include "output/stats/stats.hpp"
#include "output/stats/usage.hpp"
#include "output/text/layout.hpp"

#include "text/markup.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace newsarc::output {
namespace {

// All lengths are pixels of the drawing.
constexpr double width = 900;
constexpr double margin = 40;
constexpr double left = 90;  ///< where the plot begins; the numbers of the axis stand before it
constexpr double plot_height = 260;
constexpr double head_height = 90;
constexpr double axis_height = 60;
constexpr double row_height = 24;
constexpr double name_width = 230;
constexpr std::size_t most_periods = 400;
constexpr std::size_t longest_name = 30;
constexpr double label_width = 58;  ///< of a month below the axis, and a little room

std::string number(double value) {
    char buffer[32];
    const int length = std::snprintf(buffer, sizeof buffer, "%.1f", value);
    return {buffer, static_cast<std::size_t>(length)};
}

std::string escaped(std::string_view text) {
    return text::escaped_for_markup(on_one_line(text));
}

void text_at(std::ostream& out, double x, double y, std::string_view classes, std::string_view text) {
    out << "<text x=\"" << number(x) << "\" y=\"" << number(y) << "\" class=\"" << classes << "\">"
        << escaped(text) << "</text>\n";
}

void line(std::ostream& out, double x1, double y1, double x2, double y2, std::string_view kind) {
    out << "<line x1=\"" << number(x1) << "\" y1=\"" << number(y1) << "\" x2=\"" << number(x2) << "\" y2=\""
        << number(y2) << "\" class=\"" << kind << "\"/>\n";
}

void bar(std::ostream& out, double x, double y, double w, double h, const FacetCount& count) {
    out << "<rect x=\"" << number(x) << "\" y=\"" << number(y) << "\" width=\"" << number(w) << "\" height=\""
        << number(h) << "\"><title>" << escaped(count.value) << ": " << count.count << "</title></rect>\n";
}

/// The distance between two lines of a scale up to `greatest`: 1, 2 or 5 times a power of ten, whole,
/// so that there are at most six.
double tick_step(double greatest) {
    double step = 1;
    while (true) {
        for (const double factor : {1.0, 2.0, 5.0}) {
            if (greatest / (step * factor) <= 5) return step * factor;
        }
        step *= 10;
    }
}

double greatest_of(const std::vector<FacetCount>& counts) {
    std::size_t greatest = 1;
    for (const FacetCount& each : counts)
        greatest = std::max(greatest, each.count);
    return static_cast<double>(greatest);
}

/// How many periods from one label to the next, so that `least` fit between: parts of a year or whole
/// years, and round numbers of years.
std::size_t label_distance(double least, Period period) {
    constexpr std::array months{1U, 2U, 3U, 6U, 12U, 24U, 60U, 120U};
    constexpr std::array years{1U, 2U, 5U, 10U, 20U, 50U, 100U};
    const auto first_of = [least](const auto& steps) {
        for (const unsigned step : steps) {
            if (step >= least) return std::size_t{step};
        }
        return static_cast<std::size_t>(std::ceil(least));
    };
    return period == Period::month ? first_of(months) : first_of(years);
}

/// Where the first label stands: at a January, or a round year.
std::size_t first_label(const Timeline& timeline, std::size_t every) {
    for (std::size_t i = 0; i < timeline.counts.size() && i < every; ++i) {
        if (period_index(timeline.counts[i].value) % static_cast<int>(every) == 0) return i;
    }
    return 0;
}

void print_timeline(std::ostream& out, const Timeline& timeline, double top) {
    const double bottom = top + plot_height;
    const double plot_width = width - left - margin;
    const double step = tick_step(greatest_of(timeline.counts));
    const double most = std::ceil(greatest_of(timeline.counts) / step) * step;
    for (double tick = 0; tick <= most; tick += step) {
        const double y = bottom - plot_height * tick / most;
        line(out, left, y, width - margin, y, tick == 0 ? "axis" : "grid");
        text_at(out, left - 8, y + 4, "small end", std::to_string(static_cast<long>(tick)));
    }
    const auto periods = static_cast<double>(timeline.counts.size());
    const double room = plot_width / periods;
    const double bar_width = std::min(room * 0.8, 60.0);
    const std::size_t every = label_distance(label_width / room, timeline.period);
    const std::size_t first = first_label(timeline, every);
    for (std::size_t i = 0; i < timeline.counts.size(); ++i) {
        const FacetCount& each = timeline.counts[i];
        const double middle = left + room * (static_cast<double>(i) + 0.5);
        const double height = plot_height * static_cast<double>(each.count) / most;
        if (each.count > 0) bar(out, middle - bar_width / 2, bottom - height, bar_width, height, each);
        if (i >= first && (i - first) % every == 0)
            text_at(out, middle, bottom + 20, "small middle", each.value);
    }
}

void print_values(std::ostream& out, const std::vector<FacetCount>& counts, double top) {
    const double plot_left = margin + name_width;
    const double plot_width = width - plot_left - margin - 60;
    const double most = greatest_of(counts);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double y = top + row_height * static_cast<double>(i);
        const double length = plot_width * static_cast<double>(counts[i].count) / most;
        text_at(out, plot_left - 10, y + 13, "name end", text::cut_to_width(counts[i].value, longest_name));
        bar(out, plot_left, y, length, row_height - 8, counts[i]);
        text_at(out, plot_left + length + 8, y + 13, "small", std::to_string(counts[i].count));
    }
}

void begin_svg(std::ostream& out, double height) {
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        << "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" << number(width) << "\" height=\""
        << number(height) << "\" viewBox=\"0 0 " << number(width) << " " << number(height) << "\">\n"
        << "<style>text{font-family:'DejaVu Sans','Noto Sans',Helvetica,Arial,sans-serif;fill:#222;"
           "font-size:13px}.title{font-size:19px;font-weight:bold}.small{font-size:12px;fill:#555}"
           ".end{text-anchor:end}.middle{text-anchor:middle}rect{fill:#2f6f9f}.back{fill:#fff}"
           ".grid{stroke:#ddd}.axis{stroke:#555}</style>\n"
        << "<rect class=\"back\" width=\"" << number(width) << "\" height=\"" << number(height) << "\"/>\n";
}

std::string subtitle(const std::optional<std::string>& query, const Stats& stats, Period period) {
    std::string out = counted(stats.articles, "article");
    if (query) out += " for " + text::cut_to_width(*query, 70);
    const std::size_t undated = stats.articles - stats.dated;
    if (undated > 0) out += ", " + std::to_string(undated) + " without a date";
    if (period == Period::month && stats.without_month > 0)
        out += ", " + std::to_string(stats.without_month) + " dated by year alone";
    return out;
}

}  // namespace

void print_stats_svg(std::ostream& out, const std::optional<std::string>& query, const Stats& stats,
                     std::optional<Period> period) {
    const Timeline timeline = make_timeline(stats, period, most_periods, 120);
    const auto credits = std::ranges::find(stats.fields, FacetField::credit, &ValueCounts::field);
    const bool has_credits = credits != stats.fields.end() && !credits->values.empty();
    const double below = head_height + (timeline.counts.empty() ? 0 : plot_height + axis_height);
    const auto rows = has_credits ? static_cast<double>(credits->values.size()) : 0;
    const double height = below + (has_credits ? 40 + rows * row_height : 0) + margin / 2;

    begin_svg(out, height);
    text_at(out, margin, 42, "title",
            timeline.counts.empty()            ? "Articles"
            : timeline.period == Period::month ? "Articles by month of publication"
                                               : "Articles by year of publication");
    text_at(out, margin, 64, "small", subtitle(query, stats, timeline.period));
    if (!timeline.counts.empty()) print_timeline(out, timeline, head_height);
    if (has_credits) {
        std::string title = "Articles by credit";
        if (credits->different > credits->values.size()) {
            title += ", the first " + std::to_string(credits->values.size()) + " of " +
                     std::to_string(credits->different);
        }
        text_at(out, margin, below + 16, "title", title);
        print_values(out, credits->values, below + 36);
    }
    out << "</svg>\n";
}

void print_usage_svg(std::ostream& out, std::span<const std::string> words, const Usage& usage) {
    const auto rows = static_cast<double>(std::min(usage.rows.size(), most_periods));
    const double each = head_height + rows * row_height;
    begin_svg(out, each * static_cast<double>(words.size()) + margin / 2);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const double top = each * static_cast<double>(i);
        std::vector<FacetCount> rates = rates_of(usage, i);
        rates.resize(std::min(rates.size(), most_periods));
        text_at(out, margin, top + 42, "title", text::cut_to_width(words[i], 70));
        text_at(out, margin, top + 64, "small", "times in a million words");
        print_values(out, rates, top + head_height);
    }
    out << "</svg>\n";
}

}  // namespace newsarc::output
