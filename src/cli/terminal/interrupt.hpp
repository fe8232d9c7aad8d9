#pragma once

#include <chrono>
#include <optional>

namespace newsarc::cli {

/// From now on Ctrl-C (SIGINT) only sets a flag, so that work under way can be brought to a sound
/// end; a second one ends the program at once. Nothing changes when SIGINT is ignored already.
void catch_interrupt();

/// Whether Ctrl-C was pressed since.
bool interrupted();

/// Ends all waiting for input, and what looks whether to go on, as Ctrl-C does.
void interrupt();

/// Waits until there is something to read, or the end of it, or Ctrl-C, or the time is over.
void wait_for_input(int descriptor, std::optional<std::chrono::milliseconds> longest = std::nullopt);

}  // namespace newsarc::cli
