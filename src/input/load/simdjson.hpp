#pragma once

#include <simdjson.h>

#include <string>

namespace newsarc::input {

/// A reader of JSON, from the simdjson that the system has, which is loaded when one is first needed. Nothing
/// of simdjson may be called before. Throws Error(unsupported) where the system has none.
simdjson::dom::parser json_parser();

/// What is wrong with a document, in simdjson's words.
std::string json_error(simdjson::error_code error);

}  // namespace newsarc::input
