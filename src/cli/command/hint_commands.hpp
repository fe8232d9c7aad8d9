#pragma once

#include <string>
#include <string_view>

namespace newsarc::cli {

/// A hint with each command line of ours in it (`newsarc list`) completed by the archive that the
/// user named, so that what is told can be typed as it stands: `newsarc -A FILE list`.
std::string with_archive_option(std::string_view hint, std::string_view archive);

/// A word as a POSIX shell reads it back: in single quotes where it needs them.
std::string shell_quoted(std::string_view word);

}  // namespace newsarc::cli
