#include "parse/line/offsets.hpp"

#include <algorithm>

namespace newsarc::parsing {
namespace {

bool is_break(char c) {
    return c >= '\n' && c <= '\r';
}

}  // namespace

InputOffsets::InputOffsets(std::string_view input, const text::Decoded& decoded)
    : input_(input), decoded_(decoded) {
    if (decoded.charset.starts_with("UTF-16") || decoded.charset.starts_with("UCS-2")) unit_ = 2;
    if (decoded.charset.starts_with("UTF-32") || decoded.charset.starts_with("UCS-4")) unit_ = 4;
    const bool big_endian = decoded.charset.ends_with("BE") || input.starts_with("\xFE\xFF");
    low_byte_ = big_endian ? unit_ - 1 : 0;
}

bool InputOffsets::is_break_at(std::size_t offset) const {
    for (std::size_t i = 0; i < unit_; ++i) {
        const char byte = input_[offset + i];
        if (i == low_byte_ ? !is_break(byte) : byte != '\0') return false;
    }
    return true;
}

std::size_t InputOffsets::at(std::size_t text_offset) {
    if (decoded_.verbatim) return text_offset + decoded_.mark;
    const auto begin = decoded_.utf8.begin();
    auto breaks = std::count_if(begin + static_cast<std::ptrdiff_t>(text_at_),
                                begin + static_cast<std::ptrdiff_t>(text_offset), is_break);
    const bool ends_line = text_offset < decoded_.utf8.size() && is_break(decoded_.utf8[text_offset]);
    text_at_ = text_offset;
    for (; breaks > 0 && input_at_ + unit_ <= input_.size(); input_at_ += unit_)
        breaks -= is_break_at(input_at_);
    if (!ends_line) return text_offset == decoded_.utf8.size() ? input_.size() : input_at_;
    std::size_t end = input_at_;
    while (end + unit_ <= input_.size() && !is_break_at(end))
        end += unit_;
    return end;
}

}  // namespace newsarc::parsing
