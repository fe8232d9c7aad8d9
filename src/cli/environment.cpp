#include "cli/environment.hpp"

#include <newsarc/date.hpp>
#include <newsarc/error.hpp>

#include <cstdlib>
#include <ctime>
#include <initializer_list>

#include "text/unicode/ascii.hpp"

namespace newsarc::cli {
namespace {

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

std::optional<std::string> first_of(std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (auto value = variable(name)) return value;
    }
    return std::nullopt;
}

}  // namespace

Environment read_environment() {
    return {
        .archive = variable("NEWSARC_ARCHIVE"),
        .data_home = variable("XDG_DATA_HOME"),
        .config_home = variable("XDG_CONFIG_HOME"),
        .home = variable("HOME"),
        .newsarc_pager = variable("NEWSARC_PAGER"),
        .pager = variable("PAGER"),
        .path = variable("PATH"),
        .less = variable("LESS"),
        .no_color = variable("NO_COLOR"),
        .clicolor_force = variable("CLICOLOR_FORCE"),
        .term = variable("TERM"),
        .columns = variable("COLUMNS"),
        .locale = first_of({"LC_ALL", "LC_CTYPE", "LANG"}),
        .visual = variable("VISUAL"),
        .editor = variable("EDITOR"),
        .temporary = variable("TMPDIR"),
        .browser = variable("BROWSER"),
        .display = first_of({"WAYLAND_DISPLAY", "DISPLAY"}),
        .color = std::nullopt,
        .labels = std::nullopt,
    };
}

std::string archive_path(const std::optional<std::string>& option, const Environment& environment) {
    if (option) return *option;
    if (environment.archive) return *environment.archive;
    // The specification has relative paths in its variables ignored.
    if (environment.data_home && environment.data_home->starts_with('/')) {
        return *environment.data_home + "/newsarc/archive.db";
    }
    if (environment.home) return *environment.home + "/.local/share/newsarc/archive.db";
    throw Error(ErrorCode::usage, "cannot tell where the archive is: HOME is not set",
                "name it with -A FILE, or set NEWSARC_ARCHIVE or HOME");
}

bool is_utf8(const Environment& environment) {
    if (!environment.locale) return false;
    // The part between the dot and a modifier, in the spellings that systems know.
    const std::size_t dot = environment.locale->find('.');
    if (dot == std::string::npos) return false;
    std::string codeset;
    for (const char c : environment.locale->substr(dot + 1)) {
        if (c == '@') break;
        if (c != '-') codeset += text::ascii_lower(c);
    }
    return codeset == "utf8";
}

std::optional<std::string> config_folder(const Environment& environment) {
    if (environment.config_home && environment.config_home->starts_with('/')) {
        return *environment.config_home + "/newsarc";
    }
    if (environment.home) return *environment.home + "/.config/newsarc";
    return std::nullopt;
}

std::int64_t now_in_unix_seconds() {
    return std::time(nullptr);
}

std::string now() {
    return to_iso(from_unix_seconds(now_in_unix_seconds()));
}

}  // namespace newsarc::cli
