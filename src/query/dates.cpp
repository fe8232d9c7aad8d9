#include "query/dates.hpp"

#include <charconv>

#include "query/spoken_dates.hpp"
#include "text/unicode/lines.hpp"

namespace newsarc::query {
namespace {

constexpr std::int64_t hour = 3600;
constexpr std::int64_t day = seconds_of_day;

/// The same day so many months earlier, or the last of that month where it is shorter.
std::int64_t months_before(std::int64_t moment, std::int64_t months) {
    const DateTime from = from_unix_seconds(moment);
    const std::int64_t count = from.year * 12 + from.month - 1 - months;
    DateTime date{.year = 1, .month = 1, .day = from.day};
    if (count >= 12) {
        date.year = static_cast<int>(count / 12);
        date.month = static_cast<int>(count % 12) + 1;
    }
    while (!is_valid(date))
        --date.day;
    return to_unix_seconds(date);
}

std::optional<Interval> parse_distance(std::string_view text, std::int64_t now) {
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end + 1 != text.data() + text.size()) return std::nullopt;
    return distance_back(count, *end, now);
}

std::optional<Interval> parse_point(std::string_view text, std::optional<std::int64_t> now) {
    if (const auto date = from_iso(text)) {
        if (date->precision < Precision::day) return std::nullopt;
        return Interval{to_unix_seconds(*date), end_of(*date)};
    }
    if (now) {
        const std::int64_t today = start_of_day(*now);
        if (text == "today") return Interval{today, today + day};
        if (text == "yesterday") return Interval{today - day, today};
        if (const auto distance = parse_distance(text, *now)) return distance;
    }
    return parse_spoken_date(text, now);
}

std::string print_moment(std::int64_t moment) {
    DateTime date = from_unix_seconds(moment);
    if (start_of_day(moment) == moment) {
        date.precision = Precision::day;
        date.offset_minutes.reset();
    }
    return to_iso(date);
}

}  // namespace

std::int64_t start_of_day(std::int64_t moment) {
    const std::int64_t rest = ((moment % day) + day) % day;
    return moment - rest;
}

std::optional<Interval> distance_back(std::int64_t count, char unit, std::int64_t now) {
    if (count < 0 || count > 100000) return std::nullopt;
    switch (unit) {
        case 'h': return Interval{now - count * hour, now + 1};
        case 'd': return Interval{start_of_day(now) - count * day, now + 1};
        case 'w': return Interval{start_of_day(now) - count * 7 * day, now + 1};
        case 'm': return Interval{months_before(now, count), now + 1};
        case 'y': return Interval{months_before(now, count * 12), now + 1};
        default: return std::nullopt;
    }
}

std::int64_t end_of(DateTime date) {
    if (date.precision == Precision::day) return to_unix_seconds(date) + day;
    if (date.precision == Precision::month && date.month < 12) {
        ++date.month;
    } else {
        date.month = 1;
        if (++date.year > 9999) return to_unix_seconds({.year = 9999, .month = 12, .day = 31}) + day;
    }
    return to_unix_seconds(date);
}

std::optional<Interval> parse_interval(std::string_view text, std::optional<std::int64_t> now) {
    const std::size_t dots = text.find("..");
    if (dots == std::string_view::npos) return parse_point(text::trimmed(text), now);
    const std::string_view from = text::trimmed(text.substr(0, dots));
    const std::string_view to = text::trimmed(text.substr(dots + 2));
    if (from.empty() && to.empty()) return std::nullopt;
    Interval out;
    if (!from.empty()) {
        const auto point = parse_point(from, now);
        if (!point) return std::nullopt;
        out.begin = point->begin;
    }
    if (!to.empty()) {
        const auto point = parse_point(to, now);
        if (!point) return std::nullopt;
        // `..2w` is until two weeks ago, not until now.
        const bool distance = now && point->end == *now + 1;
        out.end = distance ? start_of_day(*point->begin) + day : *point->end;
    }
    return out;
}

std::string to_string(const Interval& interval) {
    std::string out;
    if (interval.begin) out += print_moment(*interval.begin);
    out += "..";
    if (!interval.end) return out;
    const bool whole_days = start_of_day(*interval.end) == *interval.end;
    return out + print_moment(*interval.end - (whole_days ? day : 1));
}

}  // namespace newsarc::query
