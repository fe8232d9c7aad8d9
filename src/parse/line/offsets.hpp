#pragma once

#include "text/unicode/charset.hpp"

#include <cstddef>
#include <string_view>

namespace newsarc::parsing {

/// Finds where in the input a place of the decoded text stands. Places must be asked for in
/// ascending order. Where the input was UTF-8 the answer is exact; in other charsets it is the same
/// line break, counted, so that the place must begin a line or end one.
class InputOffsets {
public:
    InputOffsets(std::string_view input, const text::Decoded& decoded);

    std::size_t at(std::size_t text_offset);

private:
    [[nodiscard]] bool is_break_at(std::size_t offset) const;

    std::string_view input_;
    const text::Decoded& decoded_;
    std::size_t unit_ = 1;      ///< bytes of a code unit of the input
    std::size_t low_byte_ = 0;  ///< of a unit
    std::size_t text_at_ = 0;
    std::size_t input_at_ = 0;
};

}  // namespace newsarc::parsing
