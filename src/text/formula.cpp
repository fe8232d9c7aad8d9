#include "text/formula.hpp"

#include <algorithm>
#include <array>

namespace newsarc::text {

bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> signs{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};
    return std::any_of(signs.begin(), signs.end(),
                       [&](std::string_view sign) { return text.starts_with(sign); });
}

}  // namespace newsarc::text
