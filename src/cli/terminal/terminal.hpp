#pragma once

#include "cli/environment.hpp"
#include "cli/option/command_line.hpp"
#include "output/text/layout.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace newsarc::cli {

/// What the streams of the process are connected to.
struct Terminal {
    bool in = false;           ///< standard input is a terminal
    bool out = false;          ///< standard output is
    bool err = false;          ///< standard error is
    std::size_t columns = 80;  ///< its width
};

/// Asks the system; the width is that of the terminal, else of COLUMNS, else 80.
Terminal look_at_terminal(const Environment& environment);

inline constexpr std::array<Choice<ColorMode>, 3> color_modes{{
    {"auto", ColorMode::automatic},
    {"always", ColorMode::always},
    {"never", ColorMode::never},
}};

/// How a stream is to be dressed. By default colours and links go to a terminal only; the
/// configuration file may say otherwise, NO_COLOR takes the colours off, CLICOLOR_FORCE puts them on
/// elsewhere, and `mode`, that of `--color`, has the last word.
output::Style choose_style(std::optional<ColorMode> mode, bool is_terminal, const Environment& environment);

}  // namespace newsarc::cli
