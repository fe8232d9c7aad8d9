#pragma once

#include <cstdint>
#include <string_view>

namespace newsarc::parsing {

/// What is seen of a block of text by itself, in whatever language.
struct Look {
    std::uint32_t width = 0;     ///< characters, those of scripts without blanks counted three times
    std::uint16_t words = 0;     ///< runs of letters and digits; an ideograph is one
    std::uint16_t capitals = 0;  ///< words that begin with a capital
    std::uint16_t shouted = 0;   ///< words of capitals alone, of two letters at least
    std::uint16_t lower = 0;     ///< words that begin with a small letter
    std::uint16_t numbers = 0;   ///< words that begin with a digit
    std::uint16_t stops = 0;     ///< sentences that end, the last one included
    std::uint16_t commas = 0;    ///< commas and semicolons
    std::uint16_t bars = 0;      ///< `|`, `•`, `·`, `»`, `/` between blanks
    std::uint16_t fused = 0;     ///< words that run into the next: `LoginAbo`
    bool sentence = false;       ///< ends as a sentence does
    bool asks = false;           ///< ends with a question mark
    bool colon = false;          ///< ends with a colon
    bool begins_lower = false;   ///< its first letter is a small one
    bool speech = false;         ///< begins with a quotation mark or a dash
    bool bullet = false;         ///< begins with another sign
    bool address = false;        ///< holds a link, a host or a handle
    bool cells = false;          ///< holds a tab, as the rows of a table do
    bool begins_digit = false;   ///< begins with a number
    bool bracketed = false;      ///< ends with a bracket
};

/// Time is linear in the text.
Look look_at(std::string_view text);

}  // namespace newsarc::parsing
