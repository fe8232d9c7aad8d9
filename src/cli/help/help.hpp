#pragma once

#include "cli/commands.hpp"
#include "cli/option/command_line.hpp"
#include "output/text/layout.hpp"

#include <ostream>
#include <string_view>

namespace newsarc::cli {

/// Command lines to begin with, one a line.
inline constexpr std::string_view overview_examples =
    "newsarc add article.txt folder/\n"
    "newsarc search taliban weapons\n"
    "newsarc show 1\n";

/// What `newsarc --help` shows. Help is broken to fit the layout, or 80 columns where that names no
/// width; the command lines of its examples stay whole.
void print_overview(std::ostream& out, const Parameters& options, const output::Layout& layout);

/// What `newsarc COMMAND --help` shows: examples first.
void print_help(std::ostream& out, const CommandRow& row, const Parameters& options,
                const output::Layout& layout);

/// `newsarc search [options] QUERY...`
std::string synopsis(const CommandRow& row, const Parameters& options);

}  // namespace newsarc::cli
