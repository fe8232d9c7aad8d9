#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/fields.hpp"

namespace newsarc::query {

enum class TokenKind {
    word,
    prefix,      ///< a word with `*` at its end
    wildcard,    ///< a word with `*` or `?` before or between its letters: `*prom`, `gaz?rom`
    phrase,      ///< text between two double quotes, straight or curly
    open,        ///< `(`
    close,       ///< `)`
    plus,        ///< `+` before what follows without a blank
    minus,       ///< `-` before what follows without a blank
    field,       ///< `name:` before what follows without a blank
    and_op,      ///< `AND`
    or_op,       ///< `OR`
    not_op,      ///< `NOT`
    near_op,     ///< `NEAR`, `NEAR/5`
    open_quote,  ///< a double quote that is never closed
    foreign,     ///< an operator of other query languages: `!`, `~5` behind a phrase, `&&`, `||`
};

/// One token. For word, prefix, wildcard and phrase `text` is what is looked for; for the others it is the
/// token as written.
struct Token {
    TokenKind kind = TokenKind::word;
    std::string text;
    std::size_t offset = 0;         ///< of its first byte in the query
    Field field = Field::headline;  ///< of a field token
    int distance = 0;               ///< of near_op

    friend bool operator==(const Token&, const Token&) = default;
};

/// The words between which `NEAR` without a number allows, and the most that can be asked for.
inline constexpr int default_near_distance = 10;
inline constexpr int max_near_distance = 1000;

/// Cuts a query into tokens. Any bytes are taken; what holds neither letter nor digit and is no
/// operator is left out. Time is linear in the query.
std::vector<Token> lex(std::string_view query);

}  // namespace newsarc::query
