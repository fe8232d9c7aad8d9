#include "parse/date/clock.hpp"

#include "parse/date/date_words.hpp"
#include "parse/line/scan.hpp"
#include "text/lexicon/lexicon.hpp"

#include <optional>
#include <string>

namespace newsarc::parsing {
namespace {

class ClockReader {
public:
    explicit ClockReader(DateReader& in) : in_(in) {}

    bool run(DateTime& moment, std::optional<DateOrder>& order) {
        const std::size_t begin = in_.at();
        const bool told = clock_word();
        const bool led = half_before();
        if (digits() && (!led || move_to_half())) {
            const bool half = led || half_of_day();
            const bool said = clock_word() || told;
            const bool zoned = zone();
            DateTime timed = moment;
            timed.hour = hour_;
            timed.minute = minute_;
            timed.second = second_;
            timed.offset_minutes = offset_;
            timed.precision = precision_;
            if ((sure_ || half || said || zoned) && is_valid(timed)) {
                moment = timed;
                order = order_;
                return true;
            }
        }
        in_.back_to(begin);
        return false;
    }

private:
    /// `午後2時`, `오후 2:05`: the half of the day before the hour.
    bool half_before() {
        const std::size_t place = in_.at();
        const std::string half = in_.word();
        const auto late = half.empty() || is_ascii_alpha(half.front()) ? std::nullopt : afternoon(half);
        in_.skip(U"");
        if (!late) in_.back_to(place);
        late_ = late.value_or(false);
        return late.has_value();
    }

    bool move_to_half() {
        if (hour_ > 12) return true;
        hour_ = hour_ % 12 + (late_ ? 12 : 0);
        return true;
    }

    /// `14時05分`, `14시 5분`.
    bool ideographs() {
        const std::size_t place = in_.at();
        in_.skip(U"");
        if (!in_.one_of(U"時时点點시")) {
            in_.back_to(place);
            return false;
        }
        sure_ = true;
        const std::size_t after = in_.at();
        in_.skip(U"");
        const auto minutes = in_.number();
        if (minutes && minutes->digits <= 2 && in_.one_of(U"分분"))
            minute_ = minutes->value;
        else
            in_.back_to(after);
        return true;
    }

    bool digits() {
        const auto hour = in_.number();
        if (!hour || hour->digits == 3) return false;
        hour_ = hour->value;
        if (ideographs()) return true;
        if (hour->digits == 4) {
            minute_ = hour_ % 100;
            hour_ /= 100;
            return true;
        }
        if (in_.one_of(U".")) {
            const auto minutes = in_.number();
            if (!minutes || minutes->digits != 2) return false;
            minute_ = minutes->value;
            return true;
        }
        if (in_.one_of(U":\u2236")) {
            sure_ = true;
            const auto minutes = in_.number();
            if (!minutes || minutes->digits != 2) return false;
            minute_ = minutes->value;
            seconds();
            return true;
        }
        return french_minutes();
    }

    void seconds() {
        const std::size_t place = in_.at();
        const auto seconds = in_.one_of(U":") ? in_.number() : std::nullopt;
        if (!seconds || seconds->digits != 2) {
            in_.back_to(place);
            return;
        }
        second_ = seconds->value;
        precision_ = Precision::second;
        const std::size_t fraction = in_.at();
        if (!in_.one_of(U".,") || !in_.number()) {
            in_.back_to(fraction);
            return;
        }
        while (in_.number()) {
        }
    }

    /// `18h20`, `18 h 20`, `18h`; a bare hour is left to the words after it.
    bool french_minutes() {
        const std::size_t place = in_.at();
        in_.skip(U"");
        if (in_.word() != "h") {
            in_.back_to(place);
            return true;
        }
        sure_ = true;
        const std::size_t after = in_.at();
        in_.skip(U"");
        const auto minutes = in_.number();
        if (minutes && minutes->digits == 2)
            minute_ = minutes->value;
        else
            in_.back_to(after);
        return true;
    }

    /// `am`, `p.m.`; moves the hour.
    bool half_of_day() {
        const std::size_t place = in_.at();
        in_.skip(U"");
        std::string half = in_.word();
        if ((half == "a" || half == "p") && in_.one_of(U".")) {
            in_.skip(U"");
            half += in_.word();
            in_.one_of(U".");
        }
        const auto late = afternoon(half);
        if (hour_ < 1 || hour_ > 12 || !late) {
            in_.back_to(place);
            return false;
        }
        hour_ = hour_ % 12 + (*late ? 12 : 0);
        return true;
    }

    bool clock_word() {
        const std::size_t place = in_.at();
        in_.skip(U"");
        const std::string word = in_.word();
        static const text::WordList words("clock");
        if (words.holds(word)) {
            in_.skip(U".:");
            return true;
        }
        in_.back_to(place);
        return false;
    }

    bool zone() {
        const std::size_t place = in_.at();
        in_.skip(U"(");
        const std::size_t begin = in_.at();
        if (named_zone()) {
            in_.one_of(U")");
            return true;
        }
        in_.back_to(begin);
        if (in_.word() == "local") {
            in_.skip(U"");
            if (in_.word() == "time") return true;
        }
        in_.back_to(place);
        // Right after the time, or behind one blank: `14:05 - 21 Jan` has no zone.
        in_.one_of(U" ");
        offset_ = numeric_offset();
        if (!offset_) in_.back_to(place);
        return offset_.has_value();
    }

    bool named_zone() {
        const std::string name = in_.word();
        const auto known = name.empty() ? std::nullopt : zone_of(name);
        if (!known || !in_.at_boundary()) return false;
        offset_ = known->offset_minutes;
        order_ = known->order;
        const std::size_t end = in_.at();
        const auto shift = name == "gmt" || name == "utc" ? numeric_offset() : std::nullopt;
        if (shift)
            offset_ = shift;
        else
            in_.back_to(end);
        return true;
    }

    /// `+05:30`, `-0500`, `+5`.
    std::optional<int> numeric_offset() {
        const std::size_t place = in_.at();
        const bool west = in_.one_of(U"-\u2212");
        const auto hours = west || in_.one_of(U"+") ? in_.number() : std::nullopt;
        if (!hours || hours->digits == 3) {
            in_.back_to(place);
            return std::nullopt;
        }
        int minutes = hours->digits == 4 ? hours->value / 100 * 60 + hours->value % 100 : hours->value * 60;
        const std::size_t end = in_.at();
        const auto more = hours->digits <= 2 && in_.one_of(U":") ? in_.number() : std::nullopt;
        if (more && more->digits == 2)
            minutes += more->value;
        else
            in_.back_to(end);
        constexpr int farthest = 14 * 60;
        if (minutes > farthest) {
            in_.back_to(place);
            return std::nullopt;
        }
        return west ? -minutes : minutes;
    }

    DateReader& in_;
    int hour_ = 0;
    int minute_ = 0;
    int second_ = 0;
    std::optional<int> offset_;
    Precision precision_ = Precision::minute;
    std::optional<DateOrder> order_;  ///< that the zone tells
    bool sure_ = false;
    bool late_ = false;  ///< the word before the hour says afternoon
};

}  // namespace

bool read_clock(DateReader& in, DateTime& moment, std::optional<DateOrder>* order) {
    std::optional<DateOrder> ignored;
    return ClockReader(in).run(moment, order == nullptr ? ignored : *order);
}

}  // namespace newsarc::parsing
