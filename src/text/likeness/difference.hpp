#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace newsarc::text {

enum class Change { none, removed, added };

/// One piece of two sequences of texts seen side by side.
struct Difference {
    Change change = Change::none;
    std::size_t from = 0;  ///< index into the first sequence; of an added piece that of the next one there
    std::size_t to = 0;    ///< index into the second; of a removed piece that of the next one there

    friend bool operator==(const Difference&, const Difference&) = default;
};

/// What has to be removed from one sequence of texts and added to it to get the other, as little as can be:
/// a longest common subsequence is kept. What is removed at a place comes before what is added there.
/// Where the product of the lengths, common begin and end left out, passes four millions, all
/// between these counts as replaced, so that time and memory are bounded.
std::vector<Difference> differences(std::span<const std::string_view> from,
                                    std::span<const std::string_view> to);

}  // namespace newsarc::text
