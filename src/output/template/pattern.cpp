#include "output/template/pattern.hpp"

#include <newsarc/error.hpp>

#include "model/fields.hpp"
#include "output/template/date_format.hpp"
#include "text/wording.hpp"

#include <algorithm>

namespace newsarc::output {
namespace {

/// What a backslash and this character stand for; the two themselves when that is nothing special.
std::string unescaped(char c) {
    switch (c) {
        case 'n': return "\n";
        case 't': return "\t";
        case '\\': return "\\";
        default: return {'\\', c};
    }
}

[[noreturn]] void refuse_field(const std::string& name, std::span<const std::string_view> known) {
    std::vector<std::string> braced;
    for (const std::string_view each : known)
        braced.push_back("{" + std::string(each) + "}");
    const std::vector<std::string_view> candidates(braced.begin(), braced.end());
    std::string hint = text::did_you_mean("{" + name + "}", candidates);
    if (hint.empty()) hint = "the fields are " + text::joined(braced, " ");
    throw Error(ErrorCode::usage, "there is no field {" + name + "}", hint);
}

void require_format(const std::string& field, const std::string& format) {
    const model::Field* known = model::find_field(field);
    if (known == nullptr || !model::is_moment(*known)) {
        throw Error(ErrorCode::usage, "{" + field + "} takes no format", "only dates do: {published:%Y}");
    }
    require_date_format(format);
}

}  // namespace

Pattern::Pattern(std::string_view text, std::span<const std::string_view> known_fields) {
    Piece literal;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\\' && next != '\0') {
            literal.text += unescaped(next);
            ++i;
        } else if ((c == '{' || c == '}') && next == c) {
            literal.text += c;
            ++i;
        } else if (c == '{') {
            const std::size_t end = text.find('}', i);
            if (end == std::string_view::npos) {
                throw Error(ErrorCode::usage, "a { has no } after it in: " + std::string(text),
                            "write {{ for a brace itself");
            }
            const std::string_view inside = text.substr(i + 1, end - i - 1);
            const std::size_t colon = inside.find(':');
            Piece field{std::string(inside.substr(0, colon)), "", true};
            if (colon != std::string_view::npos) field.format = inside.substr(colon + 1);
            // What stands behind a dot is a name of the user's own: `extra.section`.
            const std::string name = field.text.starts_with("extra.") ? "extra" : field.text;
            if (std::ranges::find(known_fields, name) == known_fields.end()) {
                refuse_field(field.text, known_fields);
            }
            if (!field.format.empty()) require_format(field.text, field.format);
            pieces_.push_back(std::move(literal));
            literal = {};
            pieces_.push_back(std::move(field));
            i = end;
        } else {
            literal.text += c;
        }
    }
    pieces_.push_back(std::move(literal));
}

std::string Pattern::render(const Lookup& lookup) const {
    std::string out;
    for (const Piece& piece : pieces_)
        out += piece.is_field ? lookup(piece.text, piece.format) : piece.text;
    return out;
}

}  // namespace newsarc::output
