#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::parsing {

/// One line that holds more than white space.
struct Line {
    std::string_view text;     ///< without white space at either end, cleaned
    std::size_t offset = 0;    ///< of its first byte in the text, its indent included
    std::size_t end = 0;       ///< past its last byte, its line break not included
    std::uint32_t number = 0;  ///< in the file, from 1, empty lines counted
    std::uint32_t blanks = 0;  ///< empty lines before it
    std::uint16_t indent = 0;  ///< columns of white space before it, a tab to the next multiple of 8
    bool after_form_feed = false;
};

/// A text as lines. Empty lines are counted, not kept. Views stay good as long as the text and this
/// object do.
struct Lines {
    std::vector<Line> lines;
    std::deque<std::string> cleaned;  ///< lines that held what no field may hold
    std::size_t controls = 0;         ///< control characters made blanks
    std::size_t invisible = 0;        ///< zero-width characters and soft hyphens left out
};

/// Splits UTF-8 text at LF, CR, CRLF, vertical tab, form feed, NEL (U+0085), U+2028 and U+2029.
/// Control characters become blanks; zero-width spaces, byte order marks inside the text and soft
/// hyphens vanish. Joiners and marks of direction stay: scripts need them.
Lines split_lines(std::string_view text);

}  // namespace newsarc::parsing
