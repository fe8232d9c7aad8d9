#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace newsarc::text {

using Sha256 = std::array<std::uint8_t, 32>;

/// SHA-256 (FIPS 180-4) of the bytes.
Sha256 sha256(std::string_view bytes);

/// Lower-case hexadecimal, two digits a byte, of the first `bytes` bytes.
std::string hex(const Sha256& digest, std::size_t bytes = 32);

}  // namespace newsarc::text
