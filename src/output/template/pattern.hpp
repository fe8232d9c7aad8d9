#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

/// A line of output that the user wrote: text with fields in braces, `{id}  {published:%Y}  {headline}`.
/// `{{` and `}}` stand for braces, `\n`, `\t` and `\\` for a newline, a tab and a backslash. What
/// follows a colon is handed to the field; for dates it is of `%Y %m %d %H %M %S %%`.
class Pattern {
public:
    /// Gives a field's value; absent is empty.
    using Lookup = std::function<std::string(std::string_view field, std::string_view format)>;

    /// Throws Error(usage), with a suggestion, for a field that is not among the known ones, and for
    /// a brace that is not closed.
    Pattern(std::string_view text, std::span<const std::string_view> known_fields);

    /// True when there is a brace in it, which no name of a format has.
    static bool is_pattern(std::string_view text) { return text.find('{') != std::string_view::npos; }

    [[nodiscard]] std::string render(const Lookup& lookup) const;

private:
    struct Piece {
        std::string text;    ///< literal text, or the field's name
        std::string format;  ///< of a field
        bool is_field = false;
    };
    std::vector<Piece> pieces_;
};

}  // namespace newsarc::output
