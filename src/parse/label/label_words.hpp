#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace newsarc::parsing {

/// A word of a line as labels see it: letters and digits, apostrophes within it left out, lower
/// case, without accents. `©` and `(c)` are words.
struct LabelWord {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// The first word at or after `from`, at most `reach` bytes away; false when there is none. Its
/// folded form goes to `folded`. A word of more than 48 bytes is cut there: no label is so long.
bool next_label_word(std::string_view text, std::size_t from, LabelWord& word, std::string& folded,
                     std::size_t reach = 64);

/// The last word of the text, folded; empty when there is none in the last 64 bytes.
void last_label_word(std::string_view text, std::string& folded);

}  // namespace newsarc::parsing
