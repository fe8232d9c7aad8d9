#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::text {

/// Text that is safe to send to a terminal, a pager or a log: control characters (C0 but newline
/// and tab, DEL, C1), bidirectional controls and invisible characters that no script needs are shown as
/// visible characters, malformed UTF-8 as U+FFFD; a zero width joiner or non-joiner stays where a script or
/// an emoji has it. What comes out is valid UTF-8.
std::string clean_for_terminal(std::string_view text);

/// The same with newline and tab turned into a blank: for text that must stay on its line.
std::string clean_line_for_terminal(std::string_view text);

/// True of a character that clean_line_for_terminal() does not let through.
bool is_unsafe_on_terminal(char32_t point);

/// The text with each unsafe character but newline and tab written as `\u{9B}`, for a person to edit:
/// without_escapes() gives the text back, whatever is in it.
std::string with_escapes(std::string_view text);
std::string without_escapes(std::string_view text);

/// Columns that a terminal gives the text: wide characters count two, combining ones none.
std::size_t display_width(std::string_view text);

/// Breaks one paragraph into lines of at most `width` columns, at blanks; text without blanks
/// breaks between characters when a word is wider than the line, Chinese and Japanese text not before
/// a closing mark or after an opening one. A web address is never broken, and may be wider. At least
/// one line.
std::vector<std::string> wrap(std::string_view paragraph, std::size_t width);

/// The text cut to at most `width` columns, its end then an ellipsis.
std::string cut_to_width(std::string_view text, std::size_t width);

/// The text with its middle left out (`…` stands there) when it is longer than `bytes`, so that a
/// message that quotes a long text keeps its beginning and its end. Cuts between characters.
std::string abridged(std::string_view text, std::size_t bytes);

/// True of a text that a spreadsheet would compute rather than show: it begins, blanks and what cannot be
/// seen aside, with `=`, `+`, `-` or
/// `@`, their wide forms included, or with a tab or line end (OWASP, CSV Injection).
bool looks_like_formula(std::string_view text);

}  // namespace newsarc::text
