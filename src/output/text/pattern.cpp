#include "output/text/pattern.hpp"

#include <newsarc/error.hpp>

#include "model/fields.hpp"
#include "output/text/layout.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <array>
#include <chrono>

namespace newsarc::output {
namespace {

/// What a backslash and this character stand for; the two themselves when that is nothing special.
std::string unescaped(char c) {
    switch (c) {
        case 'n': return "\n";
        case 't': return "\t";
        case '\\': return "\\";
        default: return {'\\', c};
    }
}

[[noreturn]] void refuse_field(const std::string& name, std::span<const std::string_view> known) {
    std::vector<std::string> braced;
    for (const std::string_view each : known)
        braced.push_back("{" + std::string(each) + "}");
    const std::vector<std::string_view> candidates(braced.begin(), braced.end());
    std::string hint = text::did_you_mean("{" + name + "}", candidates);
    if (hint.empty()) hint = "the fields are " + text::joined(braced, " ");
    throw Error(ErrorCode::usage, "there is no field {" + name + "}", hint);
}

void require_format(const std::string& field, const std::string& format) {
    const model::Field* known = model::find_field(field);
    if (known == nullptr || !model::is_moment(*known)) {
        throw Error(ErrorCode::usage, "{" + field + "} takes no format", "only dates do: {published:%Y}");
    }
    require_date_format(format);
}

}  // namespace

Pattern::Pattern(std::string_view text, std::span<const std::string_view> known_fields) {
    Piece literal;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\\' && next != '\0') {
            literal.text += unescaped(next);
            ++i;
        } else if ((c == '{' || c == '}') && next == c) {
            literal.text += c;
            ++i;
        } else if (c == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string_view::npos) {
                throw Error(ErrorCode::usage, "a { has no } after it in: " + std::string(text),
                            "write {{ for a brace itself");
            }
            const std::string_view inside = text.substr(i + 1, end - i - 1);
            const std::size_t colon = inside.find(':');
            Piece field{std::string(inside.substr(0, colon)), "", true};
            if (colon != std::string_view::npos) field.format = inside.substr(colon + 1);
            // What stands behind a dot is a name of the user's own: `extra.section`.
            const std::string name = field.text.starts_with("extra.") ? "extra" : field.text;
            if (std::ranges::find(known_fields, name) == known_fields.end()) {
                refuse_field(field.text, known_fields);
            }
            if (!field.format.empty()) require_format(field.text, field.format);
            pieces_.push_back(std::move(literal));
            literal = {};
            pieces_.push_back(std::move(field));
            i = end;
        } else {
            literal.text += c;
        }
    }
    pieces_.push_back(std::move(literal));
}

std::string Pattern::render(const Lookup& lookup) const {
    std::string out;
    for (const Piece& piece : pieces_)
        out += piece.is_field ? lookup(piece.text, piece.format) : piece.text;
    return out;
}

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
