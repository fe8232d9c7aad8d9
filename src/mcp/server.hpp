#pragma once

#include "ask/desk.hpp"

namespace newsarc::mcp {

/// Serves the protocol on two descriptors until the input ends, a line a message: all that was asked until
/// then is answered unless that takes longer than most of a second. Gives back when nobody reads the output
/// any more, too. Throws Error(io).
void serve(ask::World world, int input, int output);

}  // namespace newsarc::mcp
