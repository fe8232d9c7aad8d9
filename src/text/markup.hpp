#pragma once

#include <string>
#include <string_view>

namespace newsarc::text {

/// Text as it stands in HTML and XML, in an element or in quotes. What XML cannot hold, control characters
/// but tab and newline, U+FFFE and U+FFFF, becomes U+FFFD.
std::string escaped_for_markup(std::string_view text);

}  // namespace newsarc::text
