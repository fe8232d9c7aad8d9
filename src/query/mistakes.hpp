#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/lexer.hpp"

namespace newsarc::query {

/// A place where a query most likely means a field or an operator, and cannot be read as one. A search takes
/// it as words; where a query decides what is changed or selected, it is an error.
struct Mistake {
    std::string what;  ///< such as `since: does not take 'foo'`
    std::string hint;  ///< what to write instead
    std::size_t begin = 0;
    std::size_t end = 0;  ///< bytes of the query

    /// For who is told that it was taken as words.
    [[nodiscard]] std::string note() const { return what + ", so it was taken as words; " + hint; }

    friend bool operator==(const Mistake&, const Mistake&) = default;
};

/// Fields whose name is mistyped (`credt:NewsX`) or parted from its value (`credit: NewsX`), ranges without a
/// field, and the operators of other query languages (`!word`, `"a b"~5`, `a && b`), which are taken out of
/// the tokens.
std::vector<Mistake> take_mistakes(std::string_view query, std::vector<Token>& tokens);

/// A field of ours with a value that it cannot take; `name` is the token of the field, `end` where the value
/// ends.
Mistake wrong_value(const Token& name, std::string_view value, std::size_t end);

}  // namespace newsarc::query
