#pragma once

#include "cli/environment.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::cli {

/// Commands of the user's own: a name, and the words that it stands for, at least one.
using Aliases = std::map<std::string, std::vector<std::string>, std::less<>>;

/// What the user's configuration file says; docs/configuration.md describes it. Paths are absolute.
struct Config {
    std::optional<std::string> archive;
    std::optional<ColorMode> color;
    std::optional<std::string> pager;
    std::optional<std::string> labels;
    Aliases aliases;
};

/// Reads the text of a configuration file (TOML 1.0, UTF-8). `file` is its path, which messages
/// name and relative paths count from; `~/` in a path is the home folder. Throws Error(usage) with
/// file and line for what is no TOML, no setting, or not of the setting's type.
Config read_config(std::string_view text, const std::string& file, const std::optional<std::string>& home);

/// The configuration of the user: of `newsarc/config.toml` in the user's configuration folder (XDG
/// Base Directory Specification); empty when there is none. Throws Error.
Config user_config(const Environment& environment);

/// What the environment leaves open is taken from the file.
void complete_environment(Environment& environment, const Config& config);

}  // namespace newsarc::cli
