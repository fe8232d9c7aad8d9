#include "text/wording.hpp"

#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <vector>

namespace newsarc::text {
namespace {

std::u32string code_points(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        out += point.value;
        at += point.length;
    }
    return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
    const std::u32string from = code_points(a);
    const std::u32string to = code_points(b);
    const std::size_t shorter = std::min(from.size(), to.size());
    if (std::max(from.size(), to.size()) - shorter > limit) return limit + 1;

    // Rows of the table: two above, one above, and the one being filled.
    std::vector<std::size_t> before_last(to.size() + 1);
    std::vector<std::size_t> last(to.size() + 1);
    std::vector<std::size_t> row(to.size() + 1);
    for (std::size_t j = 0; j <= to.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= from.size(); ++i) {
        row[0] = i;
        std::size_t least = row[0];
        for (std::size_t j = 1; j <= to.size(); ++j) {
            const std::size_t change = from[i - 1] == to[j - 1] ? 0 : 1;
            row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + change});
            if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            }
            least = std::min(least, row[j]);
        }
        if (least > limit) return limit + 1;
        before_last.swap(last);
        last.swap(row);
    }
    return std::min(last[to.size()], limit + 1);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    const std::size_t limit = std::min<std::size_t>(3, (code_points(word).size() + 2) / 3);
    std::optional<std::string> best;
    std::size_t best_distance = limit + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t distance = edit_distance(word, candidate, limit);
        if (distance < best_distance) {
            best_distance = distance;
            best = std::string(candidate);
        }
    }
    return best;
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string_view rest, std::string_view mark) {
    const std::optional<std::string> near = nearest(word, candidates);
    if (!near) return std::string(rest);
    std::string out = "did you mean " + std::string(mark) + *near + "?";
    if (!rest.empty()) out.append(" ").append(rest);
    return out;
}

}  // namespace newsarc::text
