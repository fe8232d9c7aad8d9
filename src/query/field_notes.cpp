#include "query/field_notes.hpp"

#include <algorithm>
#include <optional>

#include "query/fields.hpp"
#include "text/wording.hpp"

namespace newsarc::query {
namespace {

// Shorter names are one letter away from too much; in longer ones one letter may be wrong.
constexpr std::size_t shortest_mistyped = 4;
constexpr std::size_t longest_name = 12;

constexpr std::size_t longest_quote = 3;  // bytes of a curly quotation mark

std::string lower_case(std::string_view name) {
    std::string out(name);
    std::ranges::transform(
        out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::optional<std::string_view> field_meant(std::string_view name) {
    const std::string lower = lower_case(name);
    const bool letters = std::ranges::all_of(lower, [](char c) { return c >= 'a' && c <= 'z'; });
    if (!letters || lower.empty() || lower.size() > longest_name) return std::nullopt;
    for (const FieldInfo& field : fields()) {
        if (lower == field.name) return field.name;
    }
    if (lower.size() < shortest_mistyped) return std::nullopt;
    for (const FieldInfo& field : fields()) {
        if (text::edit_distance(lower, field.name, 1) <= 1) return field.name;
    }
    return std::nullopt;
}

}  // namespace

void note_mistyped_fields(const std::vector<Token>& tokens, std::vector<std::string>& notes) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token& token = tokens[i];
        const std::size_t colon = token.text.find(':');
        if (token.kind != TokenKind::word && token.kind != TokenKind::prefix) continue;
        if (colon == std::string::npos || (i > 0 && tokens[i - 1].kind == TokenKind::field)) continue;
        // A value follows without a blank, and is not that of an address.
        const std::string_view value = std::string_view(token.text).substr(colon + 1);
        const bool quoted = value.empty() && i + 1 < tokens.size() &&
                            tokens[i + 1].kind == TokenKind::phrase &&
                            tokens[i + 1].offset <= token.offset + token.text.size() + longest_quote;
        if ((value.empty() && !quoted) || value.starts_with('/')) continue;
        const std::string_view name = std::string_view(token.text).substr(0, colon);
        const std::optional<std::string_view> meant = field_meant(name);
        if (!meant || *meant == name) continue;
        std::string note(name);
        note.append(": is no field and was taken as a word; did you mean ").append(*meant).append(":?");
        if (std::ranges::find(notes, note) == notes.end()) notes.push_back(std::move(note));
    }
}

}  // namespace newsarc::query
