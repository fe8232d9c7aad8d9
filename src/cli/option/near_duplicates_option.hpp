#pragma once

#include <newsarc/add.hpp>

#include "cli/option/command_line.hpp"

namespace newsarc::cli {

/// The option of every command that stores articles.
void declare_near_duplicates(Parameters& options, NearDuplicatePolicy& target);

}  // namespace newsarc::cli
