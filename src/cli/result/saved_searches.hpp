#pragma once

#include <newsarc/archive.hpp>

#include "cli/context.hpp"

#include <string>

namespace newsarc::cli {

/// Prints every saved search with the number of articles that are new to it. Gives back the exit status.
int list_saved_searches(Context& context);

/// Takes a saved search out of the archive. Throws Error(not_found) when there is none of that name.
void forget_saved_search(Context& context, std::string name);

/// What to say when no saved search has that name; names the one that was probably meant.
Error no_such_search(const Archive& archive, const std::string& name);

}  // namespace newsarc::cli
