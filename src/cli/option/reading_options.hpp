#pragma once

#include <newsarc/add.hpp>
#include <newsarc/parse.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "cli/environment.hpp"
#include "cli/option/command_line.hpp"

namespace newsarc::cli {

/// The options of every command that reads news text.
class ReadingOptions {
public:
    void declare(Parameters& options);

    /// What they ask for. The labels come from the file that was named, else from the
    /// one that the configuration file names, else from `labels` in the user's configuration folder
    /// where there is one. Throws Error when that file cannot be read.
    [[nodiscard]] ParseOptions load(const Environment& environment) const;

private:
    ParseOptions options_;
    std::optional<std::string_view> kind_;
    std::optional<std::string> labels_;
};

/// The option of every command that stores articles.
void declare_near_duplicates(Parameters& options, NearDuplicatePolicy& target);

/// Bytes of the largest file that is added, or record or file in an archive that is imported, when nothing
/// else is said. Some thousand articles have as much text; to read it takes about twenty times as much
/// memory.
inline constexpr std::size_t largest_by_default = 20'000'000;

/// The value of an option that takes a size: bytes, or with K, M or G behind it thousands, millions or
/// thousands of millions of them. Throws Error(usage) that names the option, also for more than an
/// archive can hold in one piece.
std::size_t size_in_bytes(const std::string& option, const std::string& text);

}  // namespace newsarc::cli
