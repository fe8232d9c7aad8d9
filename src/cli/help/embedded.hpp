#pragma once

#include <string_view>

namespace newsarc::cli {

/// The text of a file of the project that was built into the program, such as `docs/parsing.md`;
/// empty when there is none of that path. src/cli/CMakeLists.txt names them.
std::string_view embedded(std::string_view path);

}  // namespace newsarc::cli
