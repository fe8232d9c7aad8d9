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

/// The same made fit for the file systems of Windows and macOS as well: characters that these refuse
/// are percent-encoded, as are a dot at the front of a part (a hidden file) and a dot or blank at its
/// end; names of devices such as `CON` get a low line before them. At most sixteen parts, the last ones.
std::string portable_name(std::string_view path);

}  // namespace newsarc::text
