#pragma once

#include <string>
#include <string_view>

namespace newsarc::text {

/// The text with curly, low and angled single quotes and primes as `'`, double ones as `"`, dashes as `-`.
std::string straight(std::string_view text);

}  // namespace newsarc::text
