#pragma once

#include "cli/commands.hpp"
#include "cli/options.hpp"

#include <ostream>

namespace newsarc::cli {

/// What `newsarc --help` shows.
void print_overview(std::ostream& out, const OptionSet& options, const output::Style& style);

/// What `newsarc COMMAND --help` shows: examples first.
void print_help(std::ostream& out, const CommandRow& row, const OptionSet& options,
                const output::Style& style);

/// `newsarc search [options] QUERY...`
std::string synopsis(const CommandRow& row, const OptionSet& options);

}  // namespace newsarc::cli
