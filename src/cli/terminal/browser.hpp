#pragma once

#include "cli/environment.hpp"

#include <string>

namespace newsarc::cli {

/// Opens an address with the first program of BROWSER that can be started (its commands stand between
/// colons; `%s` is the address, else it comes last), else with xdg-open. No shell sees it.
/// Throws Error(usage) for an address that is no link (text/address.hpp), Error(io) when no program can be
/// started.
void open_in_browser(const std::string& address, const Environment& environment);

}  // namespace newsarc::cli
