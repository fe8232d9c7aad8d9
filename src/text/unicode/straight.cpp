#include "text/unicode/straight.hpp"

#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

char32_t straight(char32_t point) {
    switch (point) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032:
        case 0x02BC:
        case 0x2039:
        case 0x203A: return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0x00AB:
        case 0x00BB: return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212: return '-';
        default: return point;
    }
}

}  // namespace

std::string straight(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        append(out, straight(point.value));
        at += point.length;
    }
    return out;
}

}  // namespace newsarc::text
