#include "query/mistakes.hpp"

#include <algorithm>
#include <optional>

#include "query/dates.hpp"
#include "query/fields.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"
#include "text/wording.hpp"

namespace newsarc::query {
namespace {

// Shorter names are one letter away from too much; in longer ones one letter may be wrong.
constexpr std::size_t shortest_mistyped = 4;
constexpr std::size_t longest_name = 16;

constexpr std::size_t longest_quote = 3;  // bytes of a curly quotation mark

/// From so many words on a query is a text that somebody pasted, in which a colon is a colon.
constexpr std::ptrdiff_t words_of_prose = 7;

std::optional<std::string_view> field_meant(std::string_view name) {
    const std::string lower = text::in_ascii_lower_case(name);
    if (!std::ranges::all_of(lower, text::is_ascii_lower) || lower.empty() || lower.size() > longest_name)
        return std::nullopt;
    if (const auto field = field_named(lower)) return info(*field).name;
    if (lower.size() < shortest_mistyped) return std::nullopt;
    for (const FieldInfo& field : fields()) {
        if (text::edit_distance(lower, field.name, 1) <= 1) return field.name;
    }
    return std::nullopt;
}

std::size_t end_of(const Token& token) {
    return token.offset + token.text.size();
}

bool is_single_quote(char32_t point) {
    return point == '\'' || point == 0x2018 || point == 0x2019 || point == 0x201A;
}

/// `published:>2025`, `headline:‘bad wolf’`: behind the name of a field what no value begins with.
std::optional<Mistake> beginning_no_value(const Token& token, std::string_view value) {
    const auto first = text::code_point_at(value, 0);
    if (!text::has_word(value)) return std::nullopt;
    std::string hint = "a value begins with a letter, a digit or a double quotation mark";
    if (is_single_quote(first.value)) hint = "quotation marks around a value are double ones";
    if (first.value == '>' || first.value == '<') hint = "write since:, until: or published:2025-01..2025-03";
    return Mistake{token.text + " begins with what is no value", std::move(hint), token.offset,
                   end_of(token)};
}

/// `credt:NewsX`
std::optional<Mistake> mistyped(const Token& token, const Token* next) {
    const std::size_t colon = token.text.find(':');
    if (colon == std::string::npos) return std::nullopt;
    // A value follows without a blank, and is not that of an address.
    const std::string_view value = std::string_view(token.text).substr(colon + 1);
    const bool quoted = value.empty() && next != nullptr && next->kind == TokenKind::phrase &&
                        next->offset <= end_of(token) + longest_quote;
    if ((value.empty() && !quoted) || value.starts_with('/')) return std::nullopt;
    const std::string_view name = std::string_view(token.text).substr(0, colon);
    if (field_named(name)) return beginning_no_value(token, value);
    const std::optional<std::string_view> meant = field_meant(name);
    if (!meant) return std::nullopt;
    return Mistake{std::string(name) + ": is no field", "did you mean " + std::string(*meant) + ":?",
                   token.offset, end_of(token)};
}

/// `credit: NewsX`
std::optional<Mistake> parted(const Token& token, const Token* next) {
    if (next == nullptr || !token.text.ends_with(':') || next->kind > TokenKind::phrase) return std::nullopt;
    const std::string_view name = std::string_view(token.text).substr(0, token.text.size() - 1);
    if (!field_named(name)) return std::nullopt;
    const std::string quote = next->kind == TokenKind::phrase ? "\"" : "";
    const std::string meant = token.text + quote + next->text + quote;
    return Mistake{token.text + " stands apart from its value", "write " + meant + " without a blank",
                   token.offset, end_of(*next) + (quote.empty() ? 0 : 2)};
}

/// `*a`: nearly every word is like it. `a*b*c` is no word with some letters left out, but something else.
std::optional<Mistake> too_short(const Token& token) {
    constexpr std::size_t least_letters = 2;
    const bool star = token.text.find('*') != std::string::npos;
    std::size_t letters = 0;  // in a row, where any number may be left out between
    for (std::size_t at = 0; at < token.text.size(); at += text::code_point_at(token.text, at).length) {
        const bool sign = token.text[at] == '*' || token.text[at] == '?';
        if (!sign && ++letters >= least_letters) return std::nullopt;
        if (sign && star) letters = 0;
    }
    return Mistake{token.text + " is like nearly every word", "write two letters in a row of it",
                   token.offset, end_of(token)};
}

/// `2025-01..2025-03`
std::optional<Mistake> bare_range(const Token& token) {
    if (token.text.find("..") == std::string::npos || !parse_interval(token.text, std::nullopt))
        return std::nullopt;
    return Mistake{token.text + " is a time without a field", "write published:" + token.text, token.offset,
                   end_of(token)};
}

Mistake foreign(std::string_view query, const std::vector<Token>& tokens, std::size_t at) {
    const Token& token = tokens[at];
    std::size_t end = end_of(token);
    const bool more = at + 1 < tokens.size() && tokens[at + 1].kind <= TokenKind::phrase;
    std::string hint;
    if (token.text == "!") {
        if (more) end = std::min(query.find(' ', end), query.size());
        hint = "write -" + std::string(query.substr(token.offset + 1, end - token.offset - 1)) +
               " for what must not be there";
    } else if (token.text == "*") {
        hint = "write the words without quotation marks, the last of them with the *";
    } else if (token.text.starts_with('~')) {
        hint = "for words near each other write: a NEAR/" + token.text.substr(1) + " b";
    } else {
        hint = token.text == "&&" ? "write AND" : "write OR";
    }
    return {std::string(query.substr(token.offset, end - token.offset)) + " is no operator here", hint,
            token.offset, end};
}

}  // namespace

std::vector<Mistake> take_mistakes(std::string_view query, std::vector<Token>& tokens) {
    std::vector<Mistake> out;
    const auto add = [&](std::optional<Mistake> mistake) {
        if (!mistake || std::ranges::find(out, mistake->what, &Mistake::what) != out.end()) return;
        out.push_back(std::move(*mistake));
    };
    const bool prose = std::ranges::count(tokens, TokenKind::word, &Token::kind) >= words_of_prose;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        Token& token = tokens[i];
        const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
        if (token.kind == TokenKind::foreign) add(foreign(query, tokens, i));
        if (token.kind == TokenKind::wildcard) {
            const std::optional<Mistake> mistake = too_short(token);
            // In prose nobody means it.
            if (prose || mistake) token.kind = TokenKind::word;
            if (!prose) add(mistake);
            continue;
        }
        if (token.kind != TokenKind::word && token.kind != TokenKind::prefix) continue;
        if (i > 0 && tokens[i - 1].kind == TokenKind::field) continue;
        add(mistyped(token, next));
        if (prose) continue;
        add(parted(token, next));
        add(bare_range(token));
    }
    std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::foreign; });
    return out;
}

Mistake wrong_value(const Token& name, std::string_view value, std::size_t end) {
    std::string hint;
    switch (info(name.field).kind) {
        case FieldKind::date: hint = date_forms; break;
        case FieldKind::number: hint = "it takes a number, or six or more characters of a uid"; break;
        default:
            for (const FlagInfo& flag : flags()) {
                if (flag.field != name.field) continue;
                hint += (hint.empty() ? "it takes " : ", ") + std::string(flag.name);
            }
    }
    return {name.text + " does not take '" + std::string(value) + "'", std::move(hint), name.offset, end};
}

}  // namespace newsarc::query
