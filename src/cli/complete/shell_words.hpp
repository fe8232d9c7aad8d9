#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newsarc::cli {

/// A word as it stands on a command line, perhaps unfinished.
struct TypedWord {
    std::string text;          ///< without its quotes and backslashes
    char quote = '\0';         ///< the quote that is still open at its end
    bool quote_first = false;  ///< that quote is its first character
};

/// Takes the quotes and backslashes off a word, by the rules of POSIX shells.
TypedWord read_typed_word(std::string_view word);

/// A command line taken apart at its blanks, the words without their quotes and backslashes.
std::vector<std::string> split_into_words(std::string_view line);

/// The text as a shell reads it back at a place where that quote, or none, is open.
std::string escaped_for_shell(std::string_view text, char quote);

}  // namespace newsarc::cli
