#include "output/stats/stats.hpp"

#include "output/json.hpp"
#include "output/text/layout.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace newsarc::output {
namespace {

int number(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string padded(int value, std::size_t digits) {
    std::string out = std::to_string(value);
    return out.insert(0, out.size() < digits ? digits - out.size() : 0, '0');
}

std::string name_of(int index, Period period) {
    return period == Period::year ? padded(index, 4)
                                  : padded(index / 12, 4) + "-" + padded(index % 12 + 1, 2);
}

std::size_t span_of(const std::vector<FacetCount>& counts) {
    if (counts.empty()) return 0;
    return static_cast<std::size_t>(period_index(counts.back().value) - period_index(counts.front().value)) +
           1;
}

}  // namespace

int period_index(const std::string& period) {
    const int year = number(std::string_view(period).substr(0, 4));
    return period.size() == 4 ? year : year * 12 + number(std::string_view(period).substr(5)) - 1;
}

Timeline make_timeline(const Stats& stats, std::optional<Period> period, std::size_t most,
                       std::size_t most_months) {
    if (!period) {
        const bool by_month = !stats.months.empty() && span_of(stats.months) <= most_months;
        period = by_month ? Period::month : Period::year;
    }
    Timeline out{*period, {}};
    const std::vector<FacetCount>& known = *period == Period::month ? stats.months : stats.years;
    if (span_of(known) > most) {
        out.counts = known;
        return out;
    }
    for (const FacetCount& each : known) {
        const int index = period_index(each.value);
        while (!out.counts.empty() && period_index(out.counts.back().value) + 1 < index)
            out.counts.push_back({name_of(period_index(out.counts.back().value) + 1, *period), 0});
        out.counts.push_back(each);
    }
    return out;
}

namespace {

constexpr std::string_view indent = "  ";
constexpr std::size_t usual_width = 80;
constexpr std::size_t widest_name = 32;
constexpr std::size_t longest_bar = 50;  ///< columns
constexpr std::size_t most_rows = 60;

/// A full block, and the parts of one from one eighth on.
constexpr std::array<std::string_view, 8> blocks{"█", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};

std::string bar(std::size_t count, std::size_t greatest, std::size_t columns, Drawing drawing) {
    if (count == 0 || greatest == 0) return "";
    std::string out;
    if (drawing == Drawing::ascii)
        return std::string(std::max<std::size_t>(1, columns * count / greatest), '#');
    const std::size_t eighths = std::max<std::size_t>(1, columns * 8 * count / greatest);
    for (std::size_t i = 0; i < eighths / 8; ++i)
        out += blocks[0];
    if (eighths % 8 != 0) out += blocks.at(eighths % 8);
    return out;
}

}  // namespace

void print_bars(std::ostream& out, std::string_view title, const std::vector<FacetCount>& counts,
                Drawing drawing, const Layout& layout) {
    if (counts.empty()) return;
    out << "\n" << layout.style.heading(title) << "\n";
    const std::size_t width = layout.width.value_or(usual_width);
    const std::size_t most_name = std::min(widest_name, width / 2);
    std::size_t greatest = 0;
    std::size_t name_width = 0;
    std::vector<std::string> names;
    for (const FacetCount& each : counts) {
        names.push_back(text::cut_to_width(on_one_line(each.value), most_name));
        name_width = std::max(name_width, text::display_width(names.back()));
        greatest = std::max(greatest, each.count);
    }
    const std::size_t count_width = std::to_string(greatest).size();
    const std::size_t taken = indent.size() + name_width + 2 + count_width + 1;
    const std::size_t columns = std::min(longest_bar, width > taken + 1 ? width - taken : 1);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::string count = right(std::to_string(counts[i].count), count_width);
        const std::string drawn = bar(counts[i].count, greatest, columns, drawing);
        out << indent << names[i] << std::string(name_width - text::display_width(names[i]), ' ') << "  "
            << count << (drawn.empty() ? "" : " ") << layout.style.hint(drawn) << "\n";
    }
}

namespace {

std::string titled(std::string_view name, const ValueCounts& counts) {
    std::string out(name);
    if (counts.different > counts.values.size()) {
        out += " (" + std::to_string(counts.values.size()) + " of " + std::to_string(counts.different) + ")";
    }
    return out;
}

std::string_view plural(FacetField field) {
    switch (field) {
        case FacetField::credit: return "Credits";
        case FacetField::site: return "Sites linked to";
        case FacetField::tag: return "Tags";
        case FacetField::lang: return "Languages";
        default: return to_string(field);
    }
}

std::string span(const std::string& first, const std::string& last) {
    return first == last ? first : first + " to " + last;
}

std::string published_line(const Stats& stats) {
    if (!stats.first_published) return "no article with a date of publication";
    const std::size_t undated = stats.articles - stats.dated;
    return "published " +
           span(to_iso(*stats.first_published).substr(0, 10), to_iso(*stats.last_published).substr(0, 10)) +
           (undated > 0 ? "; " + std::to_string(undated) + " without a date" : "");
}

std::size_t different(const Stats& stats, FacetField field) {
    const auto found = std::ranges::find(stats.fields, field, &ValueCounts::field);
    return found == stats.fields.end() ? 0 : found->different;
}

Json counts_json(const std::vector<FacetCount>& counts) {
    Json out = Json::array();
    for (const FacetCount& each : counts)
        out.push_back({{"value", each.value}, {"count", each.count}});
    return out;
}

}  // namespace

void print_stats(std::ostream& out, const Stats& stats, std::optional<Period> period, Drawing drawing,
                 const Layout& layout) {
    const auto print = [&](const std::string& text) {
        for (const std::string& line : broken(text, layout))
            out << line << "\n";
    };
    print(counted(stats.articles, "article") + ", " + counted(static_cast<std::size_t>(stats.words), "word") +
          ", " + counted(different(stats, FacetField::credit), "source") + ", " +
          counted(stats.links, "link") + " to " + counted(different(stats, FacetField::site), "site"));
    if (stats.articles == 0) return;
    print(published_line(stats));
    if (stats.first_added) {
        print("added " + span(stats.first_added->substr(0, 10), stats.last_added->substr(0, 10)));
    }
    for (const ValueCounts& counts : stats.fields)
        print_bars(out, titled(plural(counts.field), counts), counts.values, drawing, layout);
    const Timeline timeline = make_timeline(stats, period, most_rows);
    const bool by_month = timeline.period == Period::month;
    print_bars(out, by_month ? "Published by month" : "Published by year", timeline.counts, drawing, layout);
    if (by_month && stats.without_month > 0) {
        out << indent << layout.style.faint(std::to_string(stats.without_month) + " more dated by year alone")
            << "\n";
    }
}

std::string stats_json(const std::optional<std::string>& query, const Stats& stats) {
    Json out;
    out["query"] = or_null(query);
    out["understood"] = stats.understood;
    out["articles"] = stats.articles;
    out["words"] = stats.words;
    out["links"] = stats.links;
    out["dated"] = stats.dated;
    out["without_month"] = stats.without_month;
    out["first_published"] = or_null(stats.first_published);
    out["last_published"] = or_null(stats.last_published);
    out["first_added"] = or_null(stats.first_added);
    out["last_added"] = or_null(stats.last_added);
    for (const ValueCounts& counts : stats.fields) {
        out["fields"][std::string(to_string(counts.field))] = {{"different", counts.different},
                                                               {"values", counts_json(counts.values)}};
    }
    out["years"] = counts_json(stats.years);
    out["months"] = counts_json(stats.months);
    return one_line(out);
}

}  // namespace newsarc::output
