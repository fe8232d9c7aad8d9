#include "parse/date/clock.hpp"

#include "parse/date/date_words.hpp"

#include <optional>
#include <string>

namespace newsarc::parsing {
namespace {

class ClockReader {
public:
    explicit ClockReader(DateReader& in) : in_(in) {}

    bool run(DateTime& moment) {
        const std::size_t begin = in_.at();
        if (digits()) {
            const bool half = half_of_day();
            const bool said = clock_word();
            const bool zoned = zone();
            DateTime timed = moment;
            timed.hour = hour_;
            timed.minute = minute_;
            timed.second = second_;
            timed.offset_minutes = offset_;
            timed.precision = precision_;
            if ((sure_ || half || said || zoned) && is_valid(timed)) {
                moment = timed;
                return true;
            }
        }
        in_.back_to(begin);
        return false;
    }

private:
    bool digits() {
        const auto hour = in_.number();
        if (!hour || hour->digits == 3) return false;
        hour_ = hour->value;
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
        if (hour_ < 1 || hour_ > 12 || (half != "am" && half != "pm")) {
            in_.back_to(place);
            return false;
        }
        hour_ = hour_ % 12 + (half == "pm" ? 12 : 0);
        return true;
    }

    bool clock_word() {
        const std::size_t place = in_.at();
        in_.skip(U"");
        const std::string word = in_.word();
        if (word == "uhr" || word == "hrs" || word == "hours" || word == "hs") return true;
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
    bool sure_ = false;
};

}  // namespace

bool read_clock(DateReader& in, DateTime& moment) {
    return ClockReader(in).run(moment);
}

}  // namespace newsarc::parsing
