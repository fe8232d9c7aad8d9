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
        return out_;
    }

private:
    bool date_then_time() {
        if (!date()) return false;
        const std::size_t end = in_.at();
        in_.skip(loose);
        in_.one_of(U"Tt");
        in_.skip_fillers();
        if (out_.moment.precision != Precision::day || !read_clock(in_, out_.moment)) in_.back_to(end);
        return true;
    }

    bool time_then_date() {
        DateTime timed;
        if (!read_clock(in_, timed)) return false;
        in_.skip(loose);
        in_.skip_fillers();
        if (!date()) return false;
        out_.moment.hour = timed.hour;
        out_.moment.minute = timed.minute;
        out_.moment.second = timed.second;
        out_.moment.offset_minutes = timed.offset_minutes;
        out_.moment.precision = timed.precision;
        return true;
    }

    bool date() {
        std::size_t place = in_.at();
        if (is_weekday(in_.word())) {
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
        for (const auto form : {&DateParser::numbers, &DateParser::ideographs, &DateParser::month_first,
                                &DateParser::day_first}) {
            in_.back_to(place);
            if (!(this->*form)()) continue;
            skip_weekday();
            return true;
        }
        return false;
    }

    /// `January 21, 2025 Tuesday`.
    void skip_weekday() {
        const std::size_t place = in_.at();
        in_.skip(U",(");
        if (is_weekday(in_.word()) && in_.at_boundary())
            in_.one_of(U")");
        else
            in_.back_to(place);
    }

    bool numbers() {
        const auto first = in_.number();
        if (!first) return false;
        const std::size_t mark = in_.at();
        if (!in_.one_of(U"-/.")) return false;
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
        const auto third = in_.number();
        if (!third) return false;
        if (first->digits == 4) {
            return third->digits <= 2 && set(first->value, second->value, third->value);
        }
        if (first->digits > 2 || (third->digits != 4 && third->digits != 2)) return false;
        int year = third->value;
        if (third->digits == 2) year += year >= 70 ? 1900 : 2000;
        if (second->value > 12) return set(year, first->value, second->value);
        out_.ambiguous = !dotted && first->value <= 12 && first->value != second->value;
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
        const auto month = month_of(in_.word());
        if (!month) return false;
        in_.skip(U".");
        const auto day = in_.number();
        if (!day) return false;
        if (day->digits == 4) return set_month(day->value, *month);
        if (day->digits > 2) return false;
        skip_ordinal();
        return year_or_none(*month, day->value);
    }

    bool day_first() {
        const auto day = in_.number();
        if (!day || day->digits > 2) return false;
        skip_ordinal();
        in_.skip(U".-/,");
        in_.skip_fillers();
        const auto month = month_of(in_.word());
        if (!month) return false;
        return year_or_none(*month, day->value);
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
        if (word != "de" && word != "del" && word != "of") in_.back_to(place);
        in_.skip(U"");
    }

    bool set(int year, int month, int day) {
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
    DateFound out_;
};

}  // namespace

std::optional<DateFound> read_date(std::string_view text) {
    return DateParser(text, true).run();
}

std::optional<DateFound> read_day(std::string_view text) {
    return DateParser(text, false).run();
}

std::size_t relative_date_length(std::string_view text) {
    for (const std::string_view whole :
         {"yesterday", "today", "just now", "moments ago", "minutes ago", "hours ago", "days ago"}) {
        const bool same =
            text.size() >= whole.size() && std::equal(whole.begin(), whole.end(), text.begin(),
                                                      [](char a, char b) { return a == ascii_lower(b); });
        if (same && (text.size() == whole.size() || text[whole.size()] == ' ')) return whole.size();
    }
    // `3 hours ago`, `an hour and 5 minutes ago`, `hace 3 horas`, `vor 3 Stunden`.
    DateReader in(text);
    std::string word = in.word();
    const bool before = word == "hace" || word == "vor" || word == "il" || word == "ha";
    if (word == "il") {
        in.skip(U"");
        word = in.word();
        in.skip(U"");
        if (word != "y" || in.word() != "a") return 0;
    }
    bool counted = word == "a" || word == "an" || word == "about";
    for (int words = 0; words < 6; ++words) {
        in.skip(U"");
        const bool number = in.number().has_value();
        counted = counted || number;
        if (number) continue;
        word = in.word();
        if (word.empty()) return 0;
        if (word == "ago" && counted) return in.at();
        if (before) return counted ? in.at() : 0;
        if (!counted) return 0;
    }
    return 0;
}

}  // namespace newsarc::parsing
