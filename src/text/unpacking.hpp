#pragma once

#include <cstddef>
#include <string>

namespace newsarc::text {

/// Text packs to a third or a tenth, lists of numbers to a fiftieth. What is beyond, and large, is made to
/// fill a disk or a memory.
inline constexpr std::size_t greatest_ratio = 200;

/// True of an archive that is to be read no further: bytes that came out of it, and those that they were in.
constexpr bool unpacks_too_far(std::size_t unpacked, std::size_t packed) {
    constexpr std::size_t always_allowed = 50'000'000;
    return unpacked > always_allowed && unpacked / greatest_ratio > packed;
}

/// What to say of it.
inline std::string unpacks_too_far_message() {
    return "unpacks to more than " + std::to_string(greatest_ratio) + " times its size";
}

}  // namespace newsarc::text
