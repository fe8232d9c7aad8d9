#include "parse/dates.hpp"

#include "parse/date_words.hpp"
#include "parse/scan.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"
#include "text/letters.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace newsarc::parsing {
namespace {

struct Number {
    int value = 0;
    int digits = 0;
};

std::optional<int> digit_value(char32_t c) {
    for (const char32_t zero : {U'0', U'\u0660', U'\u06F0', U'\u0966', U'\uFF10'}) {
        if (c >= zero && c <= zero + 9) return static_cast<int>(c - zero);
    }
    return std::nullopt;
}

/// Takes the parts of a date off the front of a text. Each reader either takes all of its part or
/// leaves the place where it was.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text.substr(0, 160)) {}

    [[nodiscard]] std::size_t at() const { return at_; }
    void back_to(std::size_t place) { at_ = place; }

    void skip(std::u32string_view characters) {
        while (at_ < text_.size()) {
            const auto point = text::code_point_at(text_, at_);
            if (!is_space(point.value) && characters.find(point.value) == std::u32string_view::npos) break;
            at_ += point.length;
        }
    }

    bool one_of(std::u32string_view characters) {
        const auto point = text::code_point_at(text_, at_);
        if (point.length == 0 || characters.find(point.value) == std::u32string_view::npos) return false;
        at_ += point.length;
        return true;
    }

    std::optional<Number> number() {
        Number number;
        std::size_t place = at_;
        while (place < text_.size() && number.digits < 5) {
            const auto point = text::code_point_at(text_, place);
            const auto digit = digit_value(point.value);
            if (!digit) break;
            number.value = number.value * 10 + *digit;
            ++number.digits;
            place += point.length;
        }
        if (number.digits == 0 || number.digits > 4) return std::nullopt;
        at_ = place;
        return number;
    }

    /// A run of letters, folded; empty when there is none.
    std::string word() {
        const std::size_t begin = at_;
        while (at_ < text_.size() && at_ - begin < 40) {
            const auto point = text::code_point_at(text_, at_);
            if (!text::is_word_character(point.value) || digit_value(point.value)) break;
            at_ += point.length;
        }
        return at_ == begin ? std::string() : text::fold(text_.substr(begin, at_ - begin));
    }

    [[nodiscard]] bool at_boundary() const {
        if (at_ >= text_.size()) return true;
        return !text::is_word_character(text::code_point_at(text_, at_).value);
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

constexpr std::u32string_view loose = U",.-|@()\u2013\u2014\u00B7\u2022\u060C";

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
        skip_fillers();
        if (!time(false)) in_.back_to(end);
        return true;
    }

    bool time_then_date() {
        if (!time(true)) return false;
        const DateTime timed = out_.moment;
        in_.skip(loose);
        skip_fillers();
        if (!date()) return false;
        out_.moment.hour = timed.hour;
        out_.moment.minute = timed.minute;
        out_.moment.second = timed.second;
        out_.moment.offset_minutes = timed.offset_minutes;
        out_.moment.precision = timed.precision;
        return true;
    }

    void skip_fillers() {
        for (int i = 0; i < 3; ++i) {
            const std::size_t place = in_.at();
            if (!is_date_filler(in_.word()) || !in_.at_boundary()) {
                in_.back_to(place);
                return;
            }
            in_.skip(U",.:");
        }
    }

    bool date() {
        std::size_t place = in_.at();
        if (is_weekday(in_.word())) {
            in_.skip(U".,\u060C");
            place = in_.at();
            skip_fillers();
        } else {
            in_.back_to(place);
        }
        place = in_.at();
        for (const auto form : {&DateParser::numbers, &DateParser::ideographs, &DateParser::month_first,
                                &DateParser::day_first}) {
            in_.back_to(place);
            if ((this->*form)()) return true;
        }
        return false;
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
        skip_fillers();
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
        in_.skip(U".,-/\u060C");
        skip_fillers();
        const auto year = in_.number();
        const bool clock = year && in_.one_of(U":");  // `21 Jan 1405:` is no year, `Jan 21, 14:05` neither
        if (year && year->digits == 4 && year->value >= 1000 && !clock && in_.at_boundary())
            return set(year->value, month, day);
        in_.back_to(end);
        out_.has_year = false;
        // A leap year, so that 29 February stands.
        return !year_needed_ && set(2000, month, day);
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

    /// `14:05`, `2.05 pm`, `14h05`, `10 a.m.`, `1405 GMT`; then a zone.
    bool time(bool first) {
        const std::size_t begin = in_.at();
        const auto hour = in_.number();
        if (!hour || out_.moment.precision == Precision::month || hour->digits == 3) return false;
        int minute = 0;
        int second = 0;
        bool sure = false;
        auto precision = Precision::minute;
        int hours = hour->value;
        if (hour->digits == 4) {
            minute = hours % 100;
            hours /= 100;
        } else if (in_.one_of(U":h.\u2236")) {
            const std::size_t after = in_.at();
            in_.back_to(after - 1);
            sure = !in_.one_of(U".");
            in_.back_to(after);
            const auto minutes = in_.number();
            if (minutes && minutes->digits == 2) {
                minute = minutes->value;
            } else if (!sure || minutes) {
                return restore(begin);
            }
            const std::size_t place = in_.at();
            const bool colon = in_.one_of(U":");
            const auto seconds = colon ? in_.number() : std::nullopt;
            if (seconds && seconds->digits == 2) {
                second = seconds->value;
                precision = Precision::second;
                const std::size_t fraction = in_.at();
                if (!in_.one_of(U".,") || !skip_digits()) in_.back_to(fraction);
            } else {
                in_.back_to(place);
            }
        }
        const bool half = half_of_day(hours);
        const bool clock_word = skip_clock_word();
        const bool zoned = zone();
        if (!sure && !half && !zoned && !clock_word) return restore(begin);
        if (first && !sure && !half && !zoned) return restore(begin);
        DateTime moment = out_.moment;
        moment.hour = hours;
        moment.minute = minute;
        moment.second = second;
        moment.precision = precision;
        if (!is_valid(moment)) return restore(begin);
        out_.moment = moment;
        return true;
    }

    bool restore(std::size_t place) {
        in_.back_to(place);
        out_.moment.offset_minutes = std::nullopt;
        return false;
    }

    bool skip_digits() {
        if (!in_.number()) return false;
        while (in_.number()) {
        }
        return true;
    }

    /// `am`, `p.m.`; moves the hour.
    bool half_of_day(int& hours) {
        const std::size_t place = in_.at();
        in_.skip(U"");
        std::string half = in_.word();
        if ((half == "a" || half == "p") && in_.one_of(U".")) {
            in_.skip(U"");
            half += in_.word();
            in_.one_of(U".");
        }
        if (hours < 1 || hours > 12 || (half != "am" && half != "pm")) {
            in_.back_to(place);
            return false;
        }
        hours = hours % 12 + (half == "pm" ? 12 : 0);
        return true;
    }

    bool skip_clock_word() {
        const std::size_t place = in_.at();
        in_.skip(U"");
        const std::string word = in_.word();
        if (word == "uhr" || word == "h" || word == "hrs" || word == "hours" || word == "hs") return true;
        in_.back_to(place);
        return false;
    }

    bool zone() {
        const std::size_t place = in_.at();
        in_.skip(U"(");
        const std::size_t begin = in_.at();
        const std::string name = in_.word();
        const auto known = name.empty() ? std::nullopt : zone_of(name);
        if (known && in_.at_boundary()) {
            out_.moment.offset_minutes = known->offset_minutes;
            const std::size_t end = in_.at();
            const auto shift = (name == "gmt" || name == "utc") ? offset() : std::nullopt;
            if (shift)
                out_.moment.offset_minutes = shift;
            else
                in_.back_to(end);
            in_.one_of(U")");
            return true;
        }
        in_.back_to(begin);
        if (name == "local" && in_.word() == "local") {
            in_.skip(U"");
            if (in_.word() == "time") return true;
        }
        in_.back_to(begin);
        // Only right after the time: `14:05 - 21` is no zone.
        const auto shift = begin == place ? offset() : std::nullopt;
        if (!shift) {
            in_.back_to(place);
            return false;
        }
        out_.moment.offset_minutes = shift;
        return true;
    }

    /// `+05:30`, `-0500`, `+5`.
    std::optional<int> offset() {
        const std::size_t place = in_.at();
        const bool west = in_.one_of(U"-\u2212");
        if (!west && !in_.one_of(U"+")) return std::nullopt;
        const auto hours = in_.number();
        if (!hours || hours->digits == 3) {
            in_.back_to(place);
            return std::nullopt;
        }
        int minutes = hours->digits == 4 ? hours->value / 100 * 60 + hours->value % 100 : hours->value * 60;
        if (hours->digits <= 2 && in_.one_of(U":")) {
            const auto more = in_.number();
            if (!more || more->digits != 2) return std::nullopt;
            minutes += more->value;
        }
        if (minutes > 14 * 60) return std::nullopt;
        return west ? -minutes : minutes;
    }

    Reader in_;
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

bool is_relative_date(std::string_view text) {
    if (text.size() > 60) return false;
    const std::string folded = text::fold(text);
    constexpr std::array<std::string_view, 6> whole{"yesterday", "today",       "just now",
                                                    "now",       "moments ago", "an hour ago"};
    if (std::find(whole.begin(), whole.end(), folded) != whole.end()) return true;
    constexpr std::array<std::string_view, 4> ends{" ago", " atras", " zuvor", " fa"};
    return std::any_of(ends.begin(), ends.end(),
                       [&](std::string_view end) { return folded.ends_with(end); }) &&
           folded.find_first_of("0123456789") != std::string::npos;
}

}  // namespace newsarc::parsing
