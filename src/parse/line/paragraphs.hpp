#pragma once

#include "parse/label/labels.hpp"
#include "parse/line/lines.hpp"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// One or more lines that are one: a paragraph, a list item, a headline, a label with its words.
struct Passage {
    std::string_view text;     ///< the lines' texts, as append_line() joins them
    std::uint32_t first = 0;   ///< number of its first line among the lines given
    std::uint32_t lines = 1;   ///< how many it is of
    std::uint32_t blanks = 0;  ///< empty lines before it
    std::uint16_t indent = 0;  ///< of its first line
};

/// How the lines of a text were broken.
struct Layout {
    bool hard_wrapped = false;  ///< lines were broken to fit a width
    bool divided = false;       ///< words were divided at line ends
    std::size_t width = 0;      ///< that width in characters
    /// Where paragraphs begin with an indent, the indent of their other lines.
    std::optional<std::uint16_t> margin = {};
};

Layout find_layout(std::span<const Line> lines);

/// Adds the next line of a passage: behind a blank, or, in text that divides words, without the hyphen at the
/// end of what is there unless that is the word's own.
void append_line(std::string& out, std::string_view line, bool divided);

/// Joins the lines of a text into passages. In text that is not hard-wrapped each line is one. In
/// text that is, a line goes on in the next when the next has no empty line before it, stands at
/// the indent of this passage's lines, begins no list item and no labelled line, and either begins
/// in lower case or with a word that had no room left on this line.
/// Joined texts are kept in `joined`, which must outlive the passages.
std::vector<Passage> join_lines(std::span<const Line> lines, const LabelSet& labels,
                                std::deque<std::string>& joined);

}  // namespace newsarc::parsing
