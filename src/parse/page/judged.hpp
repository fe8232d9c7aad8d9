#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

// A block of a page that may be something, such as the headline, and what speaks for it.
namespace newsarc::parsing {

/// What speaks for a block, and how much, in log odds.
struct Sign {
    std::string_view name;
    float weight = 0;
};

template <std::size_t count>
struct Candidate {
    std::size_t block = 0;
    std::array<float, count> values{};  ///< of the signs, in their order
    float score = 0;                    ///< log odds

    void judge(std::span<const Sign> signs) {
        for (std::size_t i = 0; i < count; ++i)
            score += values[i] * signs[i].weight;
    }
};

}  // namespace newsarc::parsing
