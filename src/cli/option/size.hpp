#pragma once

#include <cstddef>
#include <string>

namespace newsarc::cli {

/// Bytes of the largest file that is added, or record or file in an archive that is imported, when nothing
/// else is said. Some thousand articles have as much text; to read it takes about twenty times as much
/// memory.
inline constexpr std::size_t largest_by_default = 20'000'000;

/// The value of an option that takes a size: bytes, or with K, M or G behind it thousands, millions or
/// thousands of millions of them. Throws Error(usage) that names the option, also for more than an
/// archive can hold in one piece.
std::size_t size_in_bytes(const std::string& option, const std::string& text);

}  // namespace newsarc::cli
