#include "query/spoken_dates.hpp"

#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/lexicon/lexicon.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"

namespace newsarc::query {
namespace {

constexpr int months_of_year = 12;
constexpr int shortest_year = 1000;

/// A number or a word of a date, and the sign before it.
struct Item {
    std::string word;
    int number = 0;
    std::size_t digits = 0;
    char sign = 0;

    [[nodiscard]] bool is_number() const { return digits > 0; }
    [[nodiscard]] bool is_year() const { return digits == 4 && number >= shortest_year; }
    [[nodiscard]] bool is_day() const { return digits == 1 || digits == 2; }
};

using text::is_digit;

bool is_sign(char c) {
    return c == '/' || c == '.' || c == '-';
}

bool is_letter(char c) {
    return text::is_ascii_lower(c) || !text::is_ascii(c) || c == '\'';
}

bool is_ordinal_ending(std::string_view word) {
    return word == "st" || word == "nd" || word == "rd" || word == "th";
}

/// Empty for what holds anything else, or more than a date does.
std::vector<Item> items_of(const std::string& folded) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t most = 4;
    std::vector<Item> out;
    if (folded.size() > longest) return out;
    char sign = 0;
    for (std::size_t at = 0; at < folded.size();) {
        const char c = folded[at];
        const std::size_t begin = at;
        Item item{.word = {}, .sign = std::exchange(sign, '\0')};
        if (is_digit(c)) {
            for (; at < folded.size() && is_digit(folded[at]); ++at) {
                if (++item.digits > 4) return {};
                item.number = item.number * 10 + (folded[at] - '0');
            }
        } else if (is_letter(c)) {
            while (at < folded.size() && is_letter(folded[at]))
                ++at;
            item.word = folded.substr(begin, at - begin);
            const bool ordinal = !out.empty() && out.back().is_day() && is_ordinal_ending(item.word);
            if (ordinal || item.word == "of") continue;
        } else if (is_sign(c) || c == ' ' || c == ',') {
            if (is_sign(c)) sign = c;
            ++at;
            continue;
        } else {
            return {};
        }
        if (out.size() == most) return {};
        out.push_back(std::move(item));
    }
    return out;
}

std::optional<int> month_of(const Item& item) {
    static const text::NumberedWords months("month");
    return item.is_number() ? std::nullopt : months.number(item.word);
}

/// 1 is Monday. Shorter names are other words more often.
std::optional<int> weekday_of(const Item& item) {
    static const text::NumberedWords weekdays("weekday");
    constexpr std::size_t shortest = 3;
    return item.word.size() < shortest ? std::nullopt : weekdays.number(item.word);
}

std::optional<char> unit_of(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, char>, 5> units{
        {{"hour", 'h'}, {"day", 'd'}, {"week", 'w'}, {"month", 'm'}, {"year", 'y'}}};
    if (word.ends_with('s')) word.remove_suffix(1);
    for (const auto& [name, unit] : units) {
        if (word == name) return unit;
    }
    return std::nullopt;
}

bool is_last(const Item& item) {
    return item.word == "last" || item.word == "past" || item.word == "previous";
}

DateTime in_month(int year, int month) {
    return {.year = year, .month = month, .day = 1, .precision = Precision::month};
}

std::optional<Interval> all_of(const DateTime& date) {
    if (!is_valid(date)) return std::nullopt;
    return Interval{to_unix_seconds(date), end_of(date)};
}

/// What takes the present to be known.
class Today {
public:
    explicit Today(std::int64_t now) : now_(now), date_(from_unix_seconds(now)) {}

    /// The last such month, or such day of it, that has begun.
    [[nodiscard]] std::optional<Interval> latest(int month, std::optional<int> day) const {
        constexpr int until_leap_year = 8;
        for (int year = date_.year; year > date_.year - until_leap_year && year > 0; --year) {
            const auto found =
                all_of(day ? DateTime{.year = year, .month = month, .day = *day} : in_month(year, month));
            if (found && *found->begin <= now_) return found;
        }
        return std::nullopt;
    }

    [[nodiscard]] Interval weekday(int number, bool before_today) const {
        int back = (weekday_number() - number + 7) % 7;
        if (back == 0 && before_today) back = 7;
        const std::int64_t begin = start_of_day(now_) - back * seconds_of_day;
        return {begin, begin + seconds_of_day};
    }

    /// So many weeks, months or years before the one that is going on.
    [[nodiscard]] std::optional<Interval> period(char unit, int before) const {
        const std::int64_t week = 7 * seconds_of_day;
        const std::int64_t monday = start_of_day(now_) - (weekday_number() - 1) * seconds_of_day;
        const int months = date_.year * months_of_year + date_.month - 1 - before;
        switch (unit) {
            case 'w': return Interval{monday - before * week, monday - before * week + week};
            case 'm': return all_of(in_month(months / months_of_year, months % months_of_year + 1));
            case 'y': return all_of({.year = date_.year - before, .precision = Precision::year});
            default: return std::nullopt;
        }
    }

private:
    [[nodiscard]] int weekday_number() const {
        const std::int64_t days = start_of_day(now_) / seconds_of_day;
        constexpr int first = 3;  // 1 January 1970 was a Thursday
        return static_cast<int>(((days + first) % 7 + 7) % 7) + 1;
    }

    std::int64_t now_;
    DateTime date_;
};

bool has_signs(const std::vector<Item>& items) {
    for (std::size_t i = 1; i < items.size(); ++i) {
        if (items[i].sign == 0 || items[i].sign != items[1].sign) return false;
    }
    return true;
}

/// `14/03/2025`, `03/14/2025`, `2025/3/14`, `03/2025`.
std::optional<DateTime> in_numbers(const std::vector<Item>& items) {
    if (!has_signs(items)) return std::nullopt;
    const bool year_first = items.front().is_year();
    if (items.size() == 2) {
        const auto& [year, month] = std::pair(items[year_first ? 0 : 1], items[year_first ? 1 : 0]);
        if (!year.is_year() || !month.is_day()) return std::nullopt;
        return in_month(year.number, month.number);
    }
    const Item& year = items[year_first ? 0 : 2];
    int month = items[1].number;
    int day = items[year_first ? 2 : 0].number;
    if (!year.is_year()) return std::nullopt;
    if (!year_first && month > months_of_year) std::swap(month, day);
    return DateTime{.year = year.number, .month = month, .day = day};
}

/// A date with its month as a word and its year.
std::optional<DateTime> with_month_and_year(const std::vector<Item>& items) {
    std::optional<int> month;
    std::optional<int> year;
    std::optional<int> day;
    for (const Item& item : items) {
        std::optional<int>& part = item.is_year() ? year : item.is_number() ? day : month;
        if (part) return std::nullopt;
        part = item.is_number() ? item.number : month_of(item);
        if (!part) return std::nullopt;
    }
    if (!month || !year) return std::nullopt;
    return day ? DateTime{.year = *year, .month = *month, .day = *day} : in_month(*year, *month);
}

std::optional<Interval> near_now(const std::vector<Item>& items, std::int64_t now) {
    const Today today(now);
    const Item& first = items[0];
    const Item& last = items.back();
    if (items.size() == 1) {
        if (const auto month = month_of(first)) return today.latest(*month, std::nullopt);
        if (const auto day = weekday_of(first)) return today.weekday(*day, false);
        return std::nullopt;
    }
    if (items.size() == 2) {
        if (first.is_day() && month_of(last)) return today.latest(*month_of(last), first.number);
        if (last.is_day() && month_of(first)) return today.latest(*month_of(first), last.number);
        const bool former = is_last(first);
        if (former || first.word == "this") {
            if (const auto day = weekday_of(last)) return today.weekday(*day, former);
            if (const auto month = month_of(last)) return today.latest(*month, std::nullopt);
            if (const auto unit = unit_of(last.word)) return today.period(*unit, former ? 1 : 0);
        }
    }
    // `3 days`, `3 days ago`, `last 3 days`
    const std::size_t count = is_last(first) ? 1 : 0;
    const bool ago = count == 0 && items.size() == 3 && last.word == "ago";
    if (items.size() != count + 2 + (ago ? 1U : 0U) || !items[count].is_number()) return std::nullopt;
    const auto unit = unit_of(items[count + 1].word);
    return unit ? distance_back(items[count].number, *unit, now) : std::nullopt;
}

bool all_numbers(const std::vector<Item>& items) {
    for (const Item& item : items) {
        if (!item.is_number()) return false;
    }
    return items.size() == 2 || items.size() == 3;
}

}  // namespace

std::optional<Interval> parse_spoken_date(std::string_view text, std::optional<std::int64_t> now) {
    const std::vector<Item> items = items_of(text::fold(text));
    if (items.empty()) return std::nullopt;
    const auto date = all_numbers(items) ? in_numbers(items) : with_month_and_year(items);
    if (date) return all_of(*date);
    return now ? near_now(items, *now) : std::nullopt;
}

bool is_ambiguous_date(std::string_view text) {
    const std::vector<Item> items = items_of(std::string(text));
    return items.size() == 3 && all_numbers(items) && !items[0].is_year() &&
           items[0].number <= months_of_year && items[1].number <= months_of_year &&
           items[0].number != items[1].number;
}

}  // namespace newsarc::query
