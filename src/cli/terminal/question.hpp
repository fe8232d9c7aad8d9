#pragma once

#include "cli/context.hpp"

#include <string_view>

namespace newsarc::cli {

/// True when there is a person to ask: standard input and standard error are a terminal.
bool can_ask(const Context& context);

/// Asks on the terminal. Only an answer that begins with y, in either case, is a yes; the end of input is
/// a no.
bool confirmed(Context& context, std::string_view question);

}  // namespace newsarc::cli
