#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>

namespace newsarc::test {

/// Numbers that are the same in every run and on every machine (xorshift64, Marsaglia 2003).
class Random {
public:
    /// From 0 to `limit` less 1.
    std::size_t below(std::size_t limit) {
        state_ ^= state_ << 13U;
        state_ ^= state_ >> 7U;
        state_ ^= state_ << 17U;
        return static_cast<std::size_t>(state_ >> 11U) % limit;
    }

    template <typename Values>
    const auto& one_of(const Values& values) {
        return values[below(std::size(values))];
    }

private:
    std::uint64_t state_ = 88172645463325252ULL;
};

}  // namespace newsarc::test
