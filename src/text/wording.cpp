#include "text/wording.hpp"

#include "text/likeness/nearest.hpp"

namespace newsarc::text {

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates,
                         std::string_view rest, std::string_view mark) {
    const std::optional<std::string> near = nearest(word, candidates);
    if (!near) return std::string(rest);
    std::string out = "did you mean " + std::string(mark) + *near + "?";
    if (!rest.empty()) out.append(" ").append(rest);
    return out;
}

}  // namespace newsarc::text
