#pragma once

#include <string>
#include <vector>

#include "query/lexer.hpp"

namespace newsarc::query {

/// Adds a note for each word that looks like a field whose name was mistyped: `credt:NewsX`.
void note_mistyped_fields(const std::vector<Token>& tokens, std::vector<std::string>& notes);

}  // namespace newsarc::query
