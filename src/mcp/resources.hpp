#pragma once

#include <string>

#include "ask/desk.hpp"
#include "mcp/message.hpp"

// What a user may put before an assistant without a tool: articles and saved searches, by their addresses
// `newsarc://article/UID` and `newsarc://saved/NAME`.

namespace newsarc::mcp {

/// `resources`: the saved searches, and the newest articles. Empty where there is no archive yet.
Json resources_json(ask::Desk& desk);

/// `resourceTemplates`
Json resource_templates_json();

/// `contents` of an address. Throws Fault with the code `not_found` where there is no such thing; Error.
Json resource_json(ask::Desk& desk, const std::string& uri, int not_found);

}  // namespace newsarc::mcp
