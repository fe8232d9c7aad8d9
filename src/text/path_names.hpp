#pragma once

#include <string>
#include <string_view>

namespace newsarc::text {

/// A path of any bytes as UTF-8: what is not valid is percent-encoded, the rest is as it was.
std::string readable_path(std::string_view path);

/// A path made fit to be extracted under the reader's own folder: relative, without `.` and `..`,
/// valid UTF-8, control characters and other bytes percent-encoded, no part longer than a file
/// system takes. Never empty.
std::string extractable_name(std::string_view path);

}  // namespace newsarc::text
