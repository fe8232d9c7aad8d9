#include "output/date_format.hpp"

namespace newsarc::output {
namespace {

std::string padded(int value, std::size_t digits) {
    std::string out = std::to_string(value);
    if (out.size() < digits) out.insert(0, digits - out.size(), '0');
    return out;
}

}  // namespace

std::string format_date(const DateTime& moment, std::string_view format) {
    if (format.empty()) return to_iso(moment);
    // Precision counts from the finest: a coarser one leaves the finer fields open.
    const auto known = [&](Precision finest, int value) { return moment.precision <= finest ? value : 0; };
    std::string out;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            out += format[i];
            continue;
        }
        switch (format[++i]) {
            case 'Y': out += padded(moment.year, 4); break;
            case 'm': out += padded(known(Precision::month, moment.month), 2); break;
            case 'd': out += padded(known(Precision::day, moment.day), 2); break;
            case 'H': out += padded(known(Precision::minute, moment.hour), 2); break;
            case 'M': out += padded(known(Precision::minute, moment.minute), 2); break;
            case 'S': out += padded(known(Precision::second, moment.second), 2); break;
            case '%': out += '%'; break;
            default: out.append(1, '%').append(1, format[i]);
        }
    }
    return out;
}

}  // namespace newsarc::output
