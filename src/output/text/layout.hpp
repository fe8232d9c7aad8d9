#pragma once

#include <newsarc/error.hpp>
#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

// Text for a person. Whatever comes out of an article, a file name or a query is cleaned: no control
// character but the newlines between lines, and the sequences of the style, is ever sent.

/// How text for a person is dressed. Without colour and links it is plain. Of the terminal's own
/// palette only what can be read on a light background as well as on a dark one is used: bold, faint,
/// and red, in which grep and ripgrep show what matched too.
struct Style {
    bool color = false;  ///< SGR sequences (ECMA-48)
    bool links = false;  ///< OSC 8 hyperlinks

    [[nodiscard]] std::string heading(std::string_view text) const { return dress("1", text); }
    [[nodiscard]] std::string mark(std::string_view text) const { return dress("1;31", text); }
    [[nodiscard]] std::string faint(std::string_view text) const { return dress("2", text); }
    [[nodiscard]] std::string error(std::string_view text) const { return dress("1;31", text); }
    [[nodiscard]] std::string hint(std::string_view text) const { return dress("1", text); }

    /// The text as a hyperlink, when the address is one that a browser opens and links are on.
    [[nodiscard]] std::string link(std::string_view url, std::string_view text) const;

private:
    [[nodiscard]] std::string dress(std::string_view sgr, std::string_view text) const;
};

/// How text is laid out.
struct Layout {
    Style style;
    std::optional<std::size_t> width;  ///< columns to keep within; none: long lines stay whole
};

/// Text of an article made fit for one line: cleaned, newlines and tabs turned into blanks.
std::string on_one_line(std::string_view text);

/// The text cleaned and broken to fit the layout with an indent before each line; lines that it
/// holds already are kept.
std::vector<std::string> broken(std::string_view text, const Layout& layout, std::size_t indent = 0);

/// The same for text with marks, which the style shows; the text is one paragraph.
std::vector<std::string> broken_marked(std::string_view text, const std::vector<Range>& marks,
                                       const Layout& layout, std::size_t indent = 0);

/// Filled up with blanks to a width in columns: behind the text, or before it.
std::string padded(const std::string& text, std::size_t width);
std::string right(const std::string& text, std::size_t width);

/// The text in which something is wrong, as much of it as `width` columns take, and below it carets under the
/// place; two lines.
std::string pointed_at(const ErrorPlace& place, std::size_t width);

/// `12 articles`, `1 article`.
std::string counted(std::size_t count, std::string_view singular);

/// The parts that are there, joined by ` · `.
std::string dotted(const std::vector<std::string>& parts);

/// Bytes as `1.50 MB`.
std::string megabytes(std::int64_t bytes);

/// The text put together from its marked and its other pieces, each passed through a function.
/// Ranges that do not fit the text are cut to it.
std::string apply_marks(std::string_view text, const std::vector<Range>& marks,
                        const std::function<std::string(std::string_view)>& plain,
                        const std::function<std::string(std::string_view)>& marked);

/// Text as HTML, escaped, each marked piece in a `mark` element.
std::string marked_up(std::string_view text, const std::vector<Range>& marks);

}  // namespace newsarc::output
