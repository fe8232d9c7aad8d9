#include "output/template/date_format.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <array>
#include <chrono>

namespace newsarc::output {
namespace {

constexpr std::array<std::string_view, 13> months{"",        "January",  "February", "March",  "April",
                                                  "May",     "June",     "July",     "August", "September",
                                                  "October", "November", "December"};

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

constexpr std::string_view parts = "YmdeHMSBbAa%";

constexpr std::size_t short_name = 3;

std::string padded(int value, std::size_t digits) {
    std::string out = std::to_string(value);
    if (out.size() < digits) out.insert(0, digits - out.size(), '0');
    return out;
}

/// Empty when the day is not known.
std::string_view weekday(const DateTime& moment) {
    if (moment.precision > Precision::day) return {};
    const std::chrono::year_month_day day{std::chrono::year(moment.year),
                                          std::chrono::month(static_cast<unsigned>(moment.month)),
                                          std::chrono::day(static_cast<unsigned>(moment.day))};
    return weekdays.at(std::chrono::weekday(std::chrono::sys_days(day)).c_encoding());
}

std::string part(const DateTime& moment, char name) {
    // Precision counts from the finest: a coarser one leaves the finer fields open.
    const auto known = [&](Precision finest, int value) { return moment.precision <= finest ? value : 0; };
    const auto month = static_cast<std::size_t>(known(Precision::month, moment.month));
    switch (name) {
        case 'Y': return padded(moment.year, 4);
        case 'm': return padded(known(Precision::month, moment.month), 2);
        case 'd': return padded(known(Precision::day, moment.day), 2);
        case 'e': return std::to_string(known(Precision::day, moment.day));
        case 'H': return padded(known(Precision::minute, moment.hour), 2);
        case 'M': return padded(known(Precision::minute, moment.minute), 2);
        case 'S': return padded(known(Precision::second, moment.second), 2);
        case 'B': return std::string(months.at(month));
        case 'b': return std::string(months.at(month).substr(0, short_name));
        case 'A': return std::string(weekday(moment));
        case 'a': return std::string(weekday(moment).substr(0, short_name));
        default: return std::string(1, name);
    }
}

}  // namespace

void require_date_format(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%') continue;
        const std::string_view given = format.substr(i++, 2);
        if (given.size() == 2 && parts.find(given[1]) != std::string_view::npos) continue;
        throw Error(ErrorCode::usage, "there is no part " + std::string(given) + " of a date",
                    "there are %Y %m %d %e %H %M %S %B %b %A %a, and %% for a percent sign");
    }
}

std::string format_date(const DateTime& moment, std::string_view format) {
    if (format.empty()) return to_iso(moment);
    std::string out;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            out += format[i];
        } else {
            out += part(moment, format[++i]);
        }
    }
    return out;
}

std::string readable_date(const DateTime& moment) {
    constexpr std::string_view shape = "2025-01-21T14:05";
    std::string out = to_iso(moment);
    if (out.size() < shape.size()) return out;
    std::string zone = out.substr(shape.size());
    // Nobody reads an article for its seconds.
    if (zone.starts_with(':')) zone.erase(0, 3);
    zone.erase(0, zone.find_first_of("Z+-"));
    out.resize(shape.size());
    out[shape.find('T')] = ' ';
    if (zone == "Z") return out + " UTC";
    return zone.empty() ? out : out + " " + zone;
}

std::string readable_moment(const std::string& iso) {
    const std::optional<DateTime> moment = from_iso(iso);
    return moment ? readable_date(*moment) : iso;
}

}  // namespace newsarc::output
