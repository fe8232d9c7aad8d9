#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace newsarc::text {

/// Eight bytes as a number, the first the least.
inline std::uint64_t load_eight(const char* from) {
    std::uint64_t out = 0;
    std::memcpy(&out, from, sizeof out);
    if constexpr (std::endian::native == std::endian::big) out = __builtin_bswap64(out);
    return out;
}

/// Calls visit(number) with the bytes of a word, eight at a time: some of them twice, so that there are
/// always eight, and not at all for an empty word. A word is told by these and its size.
template <typename Visit>
void for_each_eight(std::string_view word, Visit visit) {
    const char* const begin = word.data();
    const std::size_t size = word.size();
    if (size >= 8) {
        for (std::size_t at = 0; at + 8 < size; at += 8)
            visit(load_eight(begin + at));
        visit(load_eight(begin + size - 8));
        return;
    }
    const auto byte = [word](std::size_t at) { return std::uint64_t{static_cast<unsigned char>(word[at])}; };
    const auto four = [byte](std::size_t at) {
        return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24;
    };
    if (size >= 4) {
        visit(four(0) | four(size - 4) << 32);
    } else if (size > 0) {
        visit((byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16 | byte(size - 1) << 24) * 0x100000001U);
    }
}

/// A hash of what for_each_eight() gives of a word, each number as change(number).
template <typename Change>
std::uint64_t hash_of_eights(std::string_view word, Change change) {
    constexpr std::uint64_t factor = 0x9E3779B97F4A7C15;
    std::uint64_t hash = word.size() * factor;
    for_each_eight(word, [&](std::uint64_t eight) {
        hash = (hash ^ change(eight)) * factor;
        hash ^= hash >> 32;
    });
    return hash;
}

}  // namespace newsarc::text
