#include "cli/terminal/progress.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <vector>

#include "output/text/layout.hpp"

namespace newsarc::cli {
namespace {

constexpr std::size_t widest_bar = 30;
constexpr std::size_t narrowest_bar = 6;

/// Less than this says too little of what is left.
constexpr double least_share = 0.01;

std::string clock(double seconds) {
    const auto all = static_cast<long long>(std::ceil(seconds));
    const auto two_digits = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const long long hours = all / 3600;
    const std::string minutes = hours > 0 ? two_digits(all / 60 % 60) : std::to_string(all / 60);
    return (hours > 0 ? std::to_string(hours) + ":" : "") + minutes + ":" + two_digits(all % 60);
}

std::string bar(double share, std::size_t width) {
    const auto filled = static_cast<std::size_t>(share * static_cast<double>(width));
    return "[" + std::string(filled, '=') + std::string(width - filled, ' ') + "]";
}

}  // namespace

std::string progress_line(const ProgressState& state, std::size_t columns) {
    std::vector<std::string> parts;
    const double share = std::clamp(state.share.value_or(0), 0.0, 1.0);
    if (state.share) parts.push_back(std::to_string(static_cast<int>(share * 100)) + " %");
    parts.push_back(output::counted(state.articles, "article"));
    if (state.share && share >= least_share && share < 1) {
        parts.push_back(clock(state.seconds * (1 - share) / share) + " left");
    }
    if (state.seconds > 0) {
        const double rate = static_cast<double>(state.articles) / state.seconds;
        parts.push_back(std::to_string(std::llround(rate)) + "/s");
    }
    std::string text;
    for (const std::string& part : parts) {
        if (text.size() + part.size() + 2 > columns) break;
        text += (text.empty() ? "" : "  ") + part;
    }
    if (!state.share || text.size() + narrowest_bar + 4 > columns) return text;
    return bar(share, std::min(widest_bar, columns - text.size() - 4)) + "  " + text;
}

}  // namespace newsarc::cli
