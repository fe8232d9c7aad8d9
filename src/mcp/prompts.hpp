#pragma once

#include <string>

#include "mcp/message.hpp"

namespace newsarc::mcp {

/// `prompts`: what a user may pick from a menu to set an assistant to work.
Json prompts_json();

/// `description` and `messages` of one, with the user's arguments. Throws Fault(invalid_params).
Json prompt_json(const std::string& name, const Json& arguments);

}  // namespace newsarc::mcp
