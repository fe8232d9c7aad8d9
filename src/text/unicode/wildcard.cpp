#include "text/unicode/wildcard.hpp"

#include "text/unicode/utf8.hpp"

namespace newsarc::text {

bool matches_wildcard(std::string_view pattern, std::string_view text) {
    std::size_t in_pattern = 0;
    std::size_t in_text = 0;
    // Where to go on when what follows the last `*` does not fit: it stands for one character more.
    std::size_t behind_star = std::string_view::npos;
    std::size_t star_reaches = 0;
    while (in_text < text.size()) {
        const std::size_t length = code_point_at(text, in_text).length;
        if (in_pattern < pattern.size() && pattern[in_pattern] == '*') {
            behind_star = ++in_pattern;
            star_reaches = in_text;
        } else if (in_pattern < pattern.size() && pattern[in_pattern] == '?') {
            ++in_pattern;
            in_text += length;
        } else if (in_pattern < pattern.size() &&
                   pattern.substr(in_pattern).starts_with(text.substr(in_text, length))) {
            in_pattern += length;
            in_text += length;
        } else if (behind_star != std::string_view::npos) {
            star_reaches += code_point_at(text, star_reaches).length;
            in_pattern = behind_star;
            in_text = star_reaches;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', in_pattern) == std::string_view::npos;
}

}  // namespace newsarc::text
