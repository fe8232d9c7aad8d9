#include "text/formula.hpp"

#include <algorithm>
#include <array>

#include "text/terminal.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

/// A program that trims what it takes in may find the sign behind these.
bool is_passed_over(char32_t point) {
    return is_space(point) || is_unsafe_on_terminal(point) || point == 0x00AD || point == 0x200B ||
           point == 0x200C || point == 0x200D;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> signs{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};
    const auto begins = [&] {
        return std::any_of(signs.begin(), signs.end(),
                           [&](std::string_view sign) { return text.starts_with(sign); });
    };
    while (!text.empty() && !begins()) {
        const CodePoint point = code_point_at(text, 0);
        if (!is_passed_over(point.value)) return false;
        text.remove_prefix(point.length);
    }
    return !text.empty();
}

}  // namespace newsarc::text
