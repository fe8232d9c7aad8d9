#include "cli/terminal/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <charconv>

namespace newsarc::cli {
namespace {

constexpr std::size_t narrowest = 20;
constexpr std::size_t widest = 1000;

bool plausible(std::size_t columns) {
    return columns >= narrowest && columns <= widest;
}

std::size_t columns_of(int descriptor, const Environment& environment) {
    winsize size{};
    if (ioctl(descriptor, TIOCGWINSZ, &size) == 0 && plausible(size.ws_col)) return size.ws_col;
    if (environment.columns) {
        std::size_t columns = 0;
        const std::string& text = *environment.columns;
        std::from_chars(text.data(), text.data() + text.size(), columns);
        if (plausible(columns)) return columns;
    }
    return 80;
}

}  // namespace

Terminal look_at_terminal(const Environment& environment) {
    return {
        .in = isatty(STDIN_FILENO) == 1,
        .out = isatty(STDOUT_FILENO) == 1,
        .err = isatty(STDERR_FILENO) == 1,
        .columns = columns_of(STDOUT_FILENO, environment),
    };
}

output::Style choose_style(std::optional<ColorMode> mode, bool is_terminal, const Environment& environment) {
    const bool dumb = environment.term == "dumb";
    const bool forced = environment.clicolor_force && *environment.clicolor_force != "0";
    ColorMode settled = mode.value_or(environment.color.value_or(ColorMode::automatic));
    if (!mode || *mode == ColorMode::automatic) {
        if (environment.no_color) {
            settled = ColorMode::never;
        } else if (forced) {
            settled = ColorMode::always;
        }
    }
    output::Style style;
    style.color = settled == ColorMode::always || (settled == ColorMode::automatic && is_terminal && !dumb);
    style.links = style.color && is_terminal && !dumb;
    return style;
}

}  // namespace newsarc::cli
