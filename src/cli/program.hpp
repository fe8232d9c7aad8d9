#pragma once

#include <string>
#include <vector>

namespace newsarc::cli {

/// Runs newsarc with the arguments after the program's name, and gives back its exit status.
int run(const std::vector<std::string>& arguments);

}  // namespace newsarc::cli
