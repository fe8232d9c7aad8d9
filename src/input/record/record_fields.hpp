#pragma once

#include <newsarc/article.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::input {

/// A field of an article that is one line of text.
struct RecordField {
    std::string_view name;
    std::optional<std::string> (*get)(const Article&);
    void (*set)(Article&, const std::optional<std::string>& value);
};

/// All of them, in the order in which they are written. Setting the dateline clears its parts
/// (`place`, `dateline-date`, `agency`), which follow it.
std::span<const RecordField> record_fields();

/// Sets a field to a value, or takes its value away: those of the table, and `body`. White space around
/// the value is left out, and an empty value is none. Throws Error(input): a name that is not known, a
/// value that is no UTF-8 or no date where one belongs, a part of a dateline without a dateline.
void set_field(Article& article, std::string_view name, const std::optional<std::string>& value);

}  // namespace newsarc::input
