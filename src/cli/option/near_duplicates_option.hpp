#pragma once

#include <newsarc/add.hpp>

#include "cli/option/options.hpp"

namespace newsarc::cli {

/// The option of every command that stores articles.
void declare_near_duplicates(OptionSet& options, NearDuplicatePolicy& target);

}  // namespace newsarc::cli
