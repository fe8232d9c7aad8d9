#pragma once

#include <cstddef>
#include <string>

namespace newsarc::cli {

/// The value of an option that takes a size: bytes, or with K, M or G behind it thousands, millions or
/// thousands of millions of them. Throws Error(usage) that names the option.
std::size_t size_in_bytes(const std::string& option, const std::string& text);

}  // namespace newsarc::cli
