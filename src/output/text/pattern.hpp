#pragma once

#include <newsarc/date.hpp>

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

/// A moment in a format of the user's: `%Y %m %d %H %M %S` stand for year, month, day, hour, minute
/// and second in digits, `%e` for the day without a zero before it, `%B %b` for the English name of
/// the month, whole and short, `%A %a` for that of the weekday, `%%` for a percent sign; any other
/// text for itself. ISO 8601 when the format is empty. What the moment leaves open is printed as `00`,
/// `0` for `%e`, and no name.
std::string format_date(const DateTime& moment, std::string_view format);

/// Throws Error(usage) for a format with a part that format_date() does not know.
void require_date_format(std::string_view format);

/// For a person: `2025-01-21 14:05 UTC`, `2025-01-21 14:05 +02:00`, `2025-01-21`, without seconds.
std::string readable_date(const DateTime& moment);

/// The same of a moment in ISO 8601; a text that is none stays as it is.
std::string readable_moment(const std::string& iso);

}  // namespace newsarc::output
