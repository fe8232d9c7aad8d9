#include "query/operators.hpp"

#include <algorithm>
#include <utility>

#include "text/unicode/words.hpp"

namespace newsarc::query {
namespace {

constexpr std::ptrdiff_t words_of_prose = 7;

bool is_operator(TokenKind kind) {
    return kind == TokenKind::and_op || kind == TokenKind::or_op || kind == TokenKind::not_op ||
           kind == TokenKind::near_op;
}

bool ends_operand(TokenKind kind) {
    return is_leaf(kind) || kind == TokenKind::close;
}

bool is_prose_in_capitals(const std::vector<Token>& tokens) {
    return std::ranges::count(tokens, TokenKind::word, &Token::kind) >= words_of_prose &&
           std::ranges::none_of(tokens, [](const Token& token) { return text::has_lower_case(token.text); });
}

/// Once, however often it is true.
void add_note(std::vector<std::string>& notes, std::string note) {
    if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
}

}  // namespace

bool is_leaf(TokenKind kind) {
    return kind == TokenKind::word || kind == TokenKind::prefix || kind == TokenKind::wildcard ||
           kind == TokenKind::phrase;
}

bool begins_operand(TokenKind kind) {
    return is_leaf(kind) || kind == TokenKind::open || kind == TokenKind::plus || kind == TokenKind::minus ||
           kind == TokenKind::field || kind == TokenKind::not_op;
}

void settle_operators(std::vector<Token>& tokens, std::vector<std::string>& notes) {
    const auto quotes =
        std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::open_quote; });
    if (quotes > 0) notes.emplace_back("a quotation mark without a second one was left out");

    const bool prose = is_prose_in_capitals(tokens);
    // From the end, so that what an operator would join on its right is settled before it.
    std::vector<bool> settled_as_word(tokens.size() + 1, false);
    for (std::size_t i = tokens.size(); i-- > 0;) {
        Token& token = tokens[i];
        if (!is_operator(token.kind)) continue;
        const bool right = i + 1 < tokens.size() && !settled_as_word[i + 1];
        bool joins = false;
        if (token.kind == TokenKind::not_op) {
            joins = right && begins_operand(tokens[i + 1].kind) && tokens[i + 1].kind != TokenKind::not_op;
        } else if (token.kind == TokenKind::near_op) {
            joins = right && i > 0 && is_leaf(tokens[i - 1].kind) && is_leaf(tokens[i + 1].kind);
        } else {
            joins = right && i > 0 && ends_operand(tokens[i - 1].kind) && begins_operand(tokens[i + 1].kind);
        }
        if (joins && !prose) continue;
        token.kind = TokenKind::word;
        settled_as_word[i] = true;
        if (!prose) add_note(notes, token.text + " joins nothing where it stands: taken as a word");
    }
}

}  // namespace newsarc::query
