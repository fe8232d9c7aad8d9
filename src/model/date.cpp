#include <newsarc/date.hpp>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <utility>

namespace newsarc {
namespace {

constexpr std::array<std::pair<Precision, std::string_view>, 5> precisions{{
    {Precision::second, "second"},
    {Precision::minute, "minute"},
    {Precision::day, "day"},
    {Precision::month, "month"},
    {Precision::year, "year"},
}};

/// Takes what it is asked for off the front of a text, or nothing.
class Reader {
public:
    explicit Reader(std::string_view text) : rest_(text) {}

    /// Exactly `digits` decimal digits.
    std::optional<int> number(std::size_t digits) {
        if (rest_.size() < digits) return std::nullopt;
        int value = 0;
        for (const char c : rest_.substr(0, digits)) {
            if (c < '0' || c > '9') return std::nullopt;
            value = value * 10 + (c - '0');
        }
        rest_.remove_prefix(digits);
        return value;
    }

    /// One of the characters.
    bool one_of(std::string_view characters) {
        if (rest_.empty() || characters.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }

    void skip_digits() {
        while (!rest_.empty() && rest_.front() >= '0' && rest_.front() <= '9')
            rest_.remove_prefix(1);
    }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] bool at(char c) const { return !rest_.empty() && rest_.front() == c; }

private:
    std::string_view rest_;
};

/// `Z`, `+02:00` or `+0200`; false when what is there is no offset.
bool read_offset(Reader& in, DateTime& out) {
    if (in.one_of("Zz")) {
        out.offset_minutes = 0;
        return true;
    }
    const bool west = in.at('-');
    if (!in.one_of("+-")) return false;
    const auto hours = in.number(2);
    in.one_of(":");
    const auto minutes = in.number(2);
    if (!hours || !minutes || *minutes > 59) return false;
    const int offset = *hours * 60 + *minutes;
    out.offset_minutes = west ? -offset : offset;
    return true;
}

bool read_time(Reader& in, DateTime& out) {
    const auto hour = in.number(2);
    if (!hour || !in.one_of(":")) return false;
    const auto minute = in.number(2);
    if (!minute) return false;
    out.hour = *hour;
    out.minute = *minute;
    out.precision = Precision::minute;
    if (in.one_of(":")) {
        const auto second = in.number(2);
        if (!second) return false;
        out.second = *second;
        out.precision = Precision::second;
        if (in.one_of(".,")) in.skip_digits();
    }
    return in.at_end() || read_offset(in, out);
}

}  // namespace

std::string_view to_string(Precision precision) {
    for (const auto& [value, name] : precisions) {
        if (value == precision) return name;
    }
    return {};
}

std::optional<Precision> precision_from_string(std::string_view name) {
    for (const auto& [value, known] : precisions) {
        if (known == name) return value;
    }
    return std::nullopt;
}

bool is_valid(const DateTime& moment) {
    namespace chr = std::chrono;
    const chr::year_month_day date{chr::year{moment.year}, chr::month{static_cast<unsigned>(moment.month)},
                                   chr::day{static_cast<unsigned>(moment.day)}};
    const bool timed = moment.precision == Precision::second || moment.precision == Precision::minute;
    return moment.year >= 1 && moment.year <= 9999 && moment.month >= 1 && moment.day >= 1 && date.ok() &&
           moment.hour >= 0 && moment.hour <= 23 && moment.minute >= 0 && moment.minute <= 59 &&
           moment.second >= 0 && moment.second <= 60 &&
           (!moment.offset_minutes || (timed && std::abs(*moment.offset_minutes) < 24 * 60));
}

std::string to_iso(const DateTime& moment) {
    std::array<char, 80> buffer{};
    const auto format = [&](const char* pattern, auto... values) {
        const int length = std::snprintf(buffer.data(), buffer.size(), pattern, values...);
        return std::string(buffer.data(), static_cast<std::size_t>(length));
    };
    std::string out = format("%04d", moment.year);
    if (moment.precision == Precision::year) return out;
    out += format("-%02d", moment.month);
    if (moment.precision == Precision::month) return out;
    out += format("-%02d", moment.day);
    if (moment.precision == Precision::day) return out;
    out += format("T%02d:%02d", moment.hour, moment.minute);
    if (moment.precision == Precision::second) out += format(":%02d", moment.second);
    if (moment.offset_minutes == 0) {
        out += 'Z';
    } else if (moment.offset_minutes) {
        const int offset = std::abs(*moment.offset_minutes);
        out += format("%c%02d:%02d", *moment.offset_minutes < 0 ? '-' : '+', offset / 60, offset % 60);
    }
    return out;
}

std::optional<DateTime> from_iso(std::string_view text) {
    Reader in(text);
    DateTime out;
    const auto year = in.number(4);
    if (!year) return std::nullopt;
    out.year = *year;
    out.precision = Precision::year;
    if (in.one_of("-")) {
        const auto month = in.number(2);
        if (!month) return std::nullopt;
        out.month = *month;
        out.precision = Precision::month;
        if (in.one_of("-")) {
            const auto day = in.number(2);
            if (!day) return std::nullopt;
            out.day = *day;
            out.precision = Precision::day;
            if (in.one_of("Tt ") && !read_time(in, out)) return std::nullopt;
        }
    }
    if (!in.at_end() || !is_valid(out)) return std::nullopt;
    return out;
}

std::int64_t to_unix_seconds(const DateTime& moment) {
    namespace chr = std::chrono;
    const chr::sys_days day{chr::year{moment.year} / moment.month / moment.day};
    const chr::seconds time = chr::hours(moment.hour) +
                              chr::minutes(moment.minute - moment.offset_minutes.value_or(0)) +
                              chr::seconds(moment.second);
    return (day.time_since_epoch() + time).count();
}

DateTime from_unix_seconds(std::int64_t seconds) {
    namespace chr = std::chrono;
    const chr::sys_seconds moment{chr::seconds{seconds}};
    const chr::sys_days day = chr::floor<chr::days>(moment);
    const chr::year_month_day date{day};
    const chr::hh_mm_ss time{moment - day};
    DateTime out;
    out.year = static_cast<int>(date.year());
    out.month = static_cast<int>(static_cast<unsigned>(date.month()));
    out.day = static_cast<int>(static_cast<unsigned>(date.day()));
    out.hour = static_cast<int>(time.hours().count());
    out.minute = static_cast<int>(time.minutes().count());
    out.second = static_cast<int>(time.seconds().count());
    out.offset_minutes = 0;
    out.precision = Precision::second;
    return out;
}

}  // namespace newsarc
