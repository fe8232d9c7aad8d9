#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace newsarc::cli {

enum class ColorMode { automatic, always, never };

/// The environment variables that newsarc honours; one that is empty counts as not set. What they
/// leave open comes from the user's configuration file, once that is read (config.hpp).
struct Environment {
    std::optional<std::string> archive;         ///< NEWSARC_ARCHIVE
    std::optional<std::string> data_home;       ///< XDG_DATA_HOME
    std::optional<std::string> config_home;     ///< XDG_CONFIG_HOME
    std::optional<std::string> home;            ///< HOME
    std::optional<std::string> newsarc_pager;   ///< NEWSARC_PAGER
    std::optional<std::string> pager;           ///< PAGER
    std::optional<std::string> path;            ///< PATH
    std::optional<std::string> less;            ///< LESS
    std::optional<std::string> no_color;        ///< NO_COLOR
    std::optional<std::string> clicolor_force;  ///< CLICOLOR_FORCE
    std::optional<std::string> term;            ///< TERM
    std::optional<std::string> columns;         ///< COLUMNS
    std::optional<std::string> locale;          ///< LC_ALL, else LC_CTYPE, else LANG
    std::optional<std::string> visual;          ///< VISUAL
    std::optional<std::string> editor;          ///< EDITOR
    std::optional<std::string> temporary;       ///< TMPDIR
    std::optional<std::string> browser;         ///< BROWSER
    std::optional<std::string> display;         ///< WAYLAND_DISPLAY, else DISPLAY
    std::optional<ColorMode> color;             ///< of the configuration file
    std::optional<std::string> labels;          ///< a file of labels, of the configuration file
};

/// Reads the environment of the process: the only place that does.
Environment read_environment();

/// The archive that is meant: the one named by the option, else by the environment, else
/// `newsarc/archive.db` in the user's data folder (XDG Base Directory Specification).
/// Throws Error(usage) when none of these says.
std::string archive_path(const std::optional<std::string>& option, const Environment& environment);

/// True when the locale says that the terminal shows UTF-8.
bool is_utf8(const Environment& environment);

/// The folder of what the user configures: `newsarc` in the configuration folder of the XDG Base
/// Directory Specification. Empty when the environment does not say.
std::optional<std::string> config_folder(const Environment& environment);

/// The moment: Unix seconds, and ISO 8601 in UTC.
std::int64_t now_in_unix_seconds();
std::string now();

}  // namespace newsarc::cli
