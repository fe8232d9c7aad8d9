#pragma once

#include "ask/desk.hpp"
#include "web/http/message.hpp"

namespace newsarc::web {

/// The answer to a request that the server let through. Throws Error.
Response answer(const Request& request, ask::Desk& desk);

}  // namespace newsarc::web
