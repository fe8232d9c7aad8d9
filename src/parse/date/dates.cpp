#include "parse/date/dates.hpp"

#include "parse/date/clock.hpp"
#include "parse/date/date_reader.hpp"
#include "parse/date/date_words.hpp"
#include "parse/line/scan.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace newsarc::parsing {
namespace {

constexpr std::u32string_view loose = U",.-|/@()\u2013\u2014\u00B7\u2022\u060C";

class DateParser {
public:
    DateParser(std::string_view text, bool year_needed) : in_(text), year_needed_(year_needed) {}

    std::optional<DateFound> run() {
        in_.skip(U"");
        if (!date_then_time()) {
            in_.back_to(0);
            in_.skip(U"");
            out_ = {};
            if (!time_then_date()) return std::nullopt;
        }
        if (!in_.at_boundary() || !is_valid(out_.moment)) return std::nullopt;
        out_.length = in_.at();
        decide_by_weekday();
        return out_;
    }

private:
    bool date_then_time() {
        if (!date()) return false;
        const std::size_t end = in_.at();
        in_.skip(loose);
        in_.one_of(U"Tt");
        in_.skip_fillers();
        if (out_.moment.precision != Precision::day || !clock(out_.moment)) in_.back_to(end);
        return true;
    }

    /// A time of day, whose zone may tell how its country writes dates.
    bool clock(DateTime& moment) {
        std::optional<DateOrder> order;
        if (!read_clock(in_, moment, &order)) return false;
        if (!order) return true;
        if (out_.ambiguous) decide(*order);
        if (!out_.order) out_.order = order;
        return true;
    }

    void decide(DateOrder order) {
        if (order == DateOrder::month_first) std::swap(out_.moment.month, out_.moment.day);
        out_.ambiguous = false;
        out_.order = order;
    }

    /// Day and month in the order in which the date falls on its weekday, if it does so in one only.
    void decide_by_weekday() {
        if (!out_.ambiguous || !weekday_) return;
        const auto falls = [&](DateTime date) {
            date.offset_minutes = std::nullopt;
            date.precision = Precision::day;
            date.hour = date.minute = date.second = 0;
            constexpr std::int64_t day = 86400;
            constexpr std::int64_t monday = 4;  // 1970-01-05
            const std::int64_t since = to_unix_seconds(date) / day - monday;
            return ((since % 7) + 7) % 7 + 1 == *weekday_;
        };
        DateTime other = out_.moment;
        std::swap(other.month, other.day);
        const bool day_first = falls(out_.moment);
        if (day_first != falls(other)) decide(day_first ? DateOrder::day_first : DateOrder::month_first);
    }

    bool time_then_date() {
        DateTime timed;
        std::optional<DateOrder> order;
        if (!read_clock(in_, timed, &order)) return false;
        in_.skip(loose);
        in_.skip_fillers();
        if (!date()) return false;
        if (order && out_.ambiguous) decide(*order);
        out_.moment.hour = timed.hour;
        out_.moment.minute = timed.minute;
        out_.moment.second = timed.second;
        out_.moment.offset_minutes = timed.offset_minutes;
        out_.moment.precision = timed.precision;
        return true;
    }

    bool date() {
        std::size_t place = in_.at();
        weekday_ = weekday_of(in_.name());
        if (weekday_) {
            // `quarta-feira`.
            const std::size_t hyphen = in_.at();
            if (!in_.one_of(U"-") || in_.word() != "feira") in_.back_to(hyphen);
            in_.skip(U".,\u060C");
            place = in_.at();
            in_.skip_fillers();
        } else {
            in_.back_to(place);
        }
        place = in_.at();
        const auto try_form = [&](bool (DateParser::*form)()) {
            in_.back_to(place);
            return (this->*form)();
        };
        const bool found = in_.number()
                               ? try_form(&DateParser::numbers) || try_form(&DateParser::ideographs) ||
                                     try_form(&DateParser::day_first) || try_form(&DateParser::year_first)
                               : try_form(&DateParser::month_first);
        if (found) skip_weekday();
        return found;
    }

    /// `January 21, 2025 Tuesday`.
    void skip_weekday() {
        const std::size_t place = in_.at();
        in_.skip(U",(\uFF08");
        const auto weekday = weekday_of(in_.name());
        if (weekday && in_.at_boundary()) {
            weekday_ = weekday;
            in_.one_of(U")\uFF09");
        } else {
            in_.back_to(place);
        }
    }

    bool numbers() {
        const auto first = in_.number();
        if (!first) return false;
        const std::size_t mark = in_.at();
        if (!in_.one_of(U"-/.")) return false;
        // `2025. 1. 21.`
        const bool spaced = first->digits == 4;
        if (spaced) in_.skip(U"");
        const std::size_t mark_end = in_.at();
        const auto second = in_.number();
        if (!second || second->digits > 2) return false;
        // The second mark is the first again.
        in_.back_to(mark);
        const bool dotted = in_.one_of(U".");
        const bool slashed = !dotted && in_.one_of(U"/");
        in_.back_to(mark_end);
        in_.number();
        if (!in_.one_of(dotted ? U"." : slashed ? U"/" : U"-")) return false;
        if (spaced && dotted) in_.skip(U"");
        const auto third = in_.number();
        if (!third) return false;
        if (first->digits == 4) {
            if (third->digits > 2 || !set(first->value, second->value, third->value)) return false;
            if (dotted) in_.one_of(U".");
            return true;
        }
        if (first->digits > 2 || (third->digits != 4 && third->digits != 2)) return false;
        int year = third->value;
        if (third->digits == 2) year += year >= 70 ? 1900 : 2000;
        if (second->value > 12) {
            out_.order = DateOrder::month_first;
            return set(year, first->value, second->value);
        }
        out_.ambiguous = !dotted && first->value <= 12 && first->value != second->value;
        if (!dotted && first->value > 12) out_.order = DateOrder::day_first;
        return set(year, second->value, first->value);
    }

    bool ideographs() {
        const auto year = in_.number();
        if (!year || year->digits != 4 || !in_.one_of(U"年년")) return false;
        in_.skip(U"");
        const auto month = in_.number();
        if (!month || !in_.one_of(U"月월")) return false;
        in_.skip(U"");
        const auto day = in_.number();
        return day && in_.one_of(U"日일号") && set(year->value, month->value, day->value);
    }

    bool month_first() {
        const auto month = month_of(in_.name());
        if (!month) return false;
        in_.skip(U".");
        const auto day = in_.number();
        if (!day) return false;
        if (day->digits == 4) return set_month(day->value, *month);
        if (day->digits > 2) return false;
        skip_ordinal();
        if (!year_or_none(*month, day->value)) return false;
        if (out_.has_year) out_.order = DateOrder::month_first;
        return true;
    }

    /// `2025. január 21.`
    bool year_first() {
        const auto year = in_.number();
        if (!year || year->digits != 4) return false;
        in_.skip(U".");
        const auto month = month_of(in_.name());
        if (!month) return false;
        in_.skip(U"");
        const auto day = in_.number();
        if (!day || day->digits > 2 || !set(year->value, *month, day->value)) return false;
        in_.one_of(U".");
        return true;
    }

    bool day_first() {
        const auto day = in_.number();
        if (!day || day->digits > 2) return false;
        skip_ordinal();
        const bool dotted = in_.one_of(U".");
        in_.skip(U".-/,");
        in_.skip_fillers();
        const std::string word = in_.name();
        std::optional<int> month = month_of(word, dotted);
        if (leads_to_month(word)) {
            in_.skip(U"");
            const auto number = in_.number();
            if (number && number->digits <= 2) month = number->value;
        }
        if (const auto persian = month ? std::nullopt : persian_month_of(word))
            return persian_date(*persian, day->value);
        if (!month) return false;
        if (!year_or_none(*month, day->value)) return false;
        if (out_.has_year) out_.order = DateOrder::day_first;
        return true;
    }

    /// `۲ بهمن ۱۴۰۳`: by the cycle of 33 years, which holds from 1343 to 1473 (1964 to 2094).
    bool persian_date(int month, int day) {
        in_.skip(U"\u060C,");
        const auto year = in_.number();
        constexpr int first_year = 1300;
        constexpr int last_year = 1473;
        if (!year || year->value < first_year || year->value > last_year || day < 1 || day > 31) return false;
        const std::int64_t years = year->value - 979;
        const std::int64_t months = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
        const std::int64_t days = 365 * years + years / 33 * 8 + (years % 33 + 3) / 4 + months + day - 1;
        constexpr std::int64_t before_epoch = 135140 - 79;  // from Nowruz 979 to 1970
        const DateTime date = from_unix_seconds((days - before_epoch) * 86400);
        return set(date.year, date.month, date.day);
    }

    void skip_ordinal() {
        const std::size_t place = in_.at();
        const std::string word = in_.word();
        constexpr std::array<std::string_view, 7> ordinals{"st", "nd", "rd", "th", "er", "o", "º"};
        if (std::find(ordinals.begin(), ordinals.end(), word) == ordinals.end()) in_.back_to(place);
        in_.one_of(U"º°");
    }

    bool year_or_none(int month, int day) {
        const std::size_t end = in_.at();
        skip_to_year();
        const auto year = in_.number();
        const bool clock = year && in_.one_of(U":");  // `21 Jan 1405:` is no year, `Jan 21, 14:05` neither
        if (year && year->digits == 4 && year->value >= 1000 && !clock && in_.at_boundary())
            return set(year->value, month, day);
        // `05-Mar-25`: two digits are a year only behind the mark that parted day and month.
        in_.back_to(end);
        if (in_.one_of(U"-")) {
            const auto short_year = in_.number();
            if (short_year && short_year->digits == 2 && in_.at_boundary())
                return set(short_year->value + (short_year->value >= 70 ? 1900 : 2000), month, day);
        }
        in_.back_to(end);
        out_.has_year = false;
        // A leap year, so that 29 February stands.
        return !year_needed_ && set(2000, month, day);
    }

    /// `21 Jan, 2025`, `21-Jan-2025`, `21 de enero de 2025`.
    void skip_to_year() {
        if (in_.one_of(U"-/")) return;
        in_.skip(U".,\u060C");
        const std::size_t place = in_.at();
        const std::string word = in_.word();
        if (!leads_to_year(word)) in_.back_to(place);
        in_.skip(U"");
    }

    bool set(int year, int month, int day) {
        // The years of the Thai calendar are 543 ahead.
        if (year >= 2400 && year < 2700) year -= 543;
        out_.moment.year = year;
        out_.moment.month = month;
        out_.moment.day = day;
        out_.moment.precision = Precision::day;
        return is_valid(out_.moment);
    }

    bool set_month(int year, int month) {
        if (year < 1000 || !in_.at_boundary()) return false;
        out_.moment.year = year;
        out_.moment.month = month;
        out_.moment.precision = Precision::month;
        return true;
    }

    DateReader in_;
    bool year_needed_;
    std::optional<int> weekday_;
    DateFound out_;
};

}  // namespace

std::optional<DateFound> read_date(std::string_view text) {
    return DateParser(text, true).run();
}

std::optional<DateFound> read_day(std::string_view text) {
    return DateParser(text, false).run();
}

DateTime shown_day(const DateTime& moment) {
    DateTime day;
    day.year = moment.year;
    day.month = moment.month;
    day.day = moment.day;
    day.precision = std::max(moment.precision, Precision::day);
    return day;
}

}  // namespace newsarc::parsing
