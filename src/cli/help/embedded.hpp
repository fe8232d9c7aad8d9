#pragma once

#include "text/embedded.hpp"

#include <algorithm>
#include <span>
#include <string_view>

namespace newsarc::cli {

/// The files that src/cli/CMakeLists.txt names.
std::span<const EmbeddedFile> embedded_files();

/// The text of one of them, such as `docs/parsing.md`; empty when there is none of that path.
inline std::string_view embedded(std::string_view path) {
    const auto files = embedded_files();
    const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
    return found == files.end() ? std::string_view() : found->text;
}

}  // namespace newsarc::cli
