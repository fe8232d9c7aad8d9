#include "output/timeline.hpp"

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

/// Months or years since the year 0.
int index_of(const std::string& period) {
    const int year = number(std::string_view(period).substr(0, 4));
    return period.size() == 4 ? year : year * 12 + number(std::string_view(period).substr(5)) - 1;
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
    return static_cast<std::size_t>(index_of(counts.back().value) - index_of(counts.front().value)) + 1;
}

}  // namespace

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
        const int index = index_of(each.value);
        while (!out.counts.empty() && index_of(out.counts.back().value) + 1 < index)
            out.counts.push_back({name_of(index_of(out.counts.back().value) + 1, *period), 0});
        out.counts.push_back(each);
    }
    return out;
}

}  // namespace newsarc::output
