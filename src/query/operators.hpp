#pragma once

#include <string>
#include <vector>

#include "query/lexer.hpp"

namespace newsarc::query {

/// Turns into words the AND, OR, NOT and NEAR that have nothing to join where they stand, and all
/// of them in prose in capitals (seven words or more without a lower-case letter); drops
/// quotation marks that stand alone. Adds a note to `notes` for each kind of such a change but
/// prose. What is left in `tokens` are operators with operands at their sides.
void settle_operators(std::vector<Token>& tokens, std::vector<std::string>& notes);

/// True for a token that a word, phrase, filter or group can begin with.
bool begins_operand(TokenKind kind);

/// True for a word, prefix, wildcard or phrase.
bool is_leaf(TokenKind kind);

}  // namespace newsarc::query
