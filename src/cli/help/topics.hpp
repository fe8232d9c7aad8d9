#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/embedded.hpp"

namespace newsarc::cli {

/// What `newsarc help` explains beside the commands.
struct Topic {
    std::string_view name;
    std::string_view summary;   ///< one line
    std::string_view document;  ///< Markdown, as embedded() names it
};

/// Every topic, in the order in which help shows them.
std::span<const Topic> topics();

/// The topic of that name, or the only one whose name begins so.
const Topic* find_topic(std::string_view name);

/// The files that src/cli/CMakeLists.txt names.
std::span<const EmbeddedFile> embedded_files();

/// The text of one of them, such as `docs/parsing.md`; empty when there is none of that path.
inline std::string_view embedded(std::string_view path) {
    const auto files = embedded_files();
    const auto found = std::ranges::find(files, path, &EmbeddedFile::path);
    return found == files.end() ? std::string_view() : found->text;
}

}  // namespace newsarc::cli
