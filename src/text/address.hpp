#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace newsarc::text {

/// What an address leads to when it is followed, as a URI; absent for what nobody is to be made to follow by
/// a text: all but http and https with a host, and mailto, of which the addressee alone is kept (RFC 6068
/// lets it write the mail and, for some programs, attach files). All that make links or open them ask this.
std::optional<std::string> link_target(std::string_view address);

/// An address as a URI (RFC 3986): what none may hold is percent-encoded.
std::string as_uri(std::string_view address);

}  // namespace newsarc::text
