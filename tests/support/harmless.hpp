#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace newsarc::test {

/// The bytes of the sequence of newsarc's own style that stands here: bold, faint, red and their end, or a
/// hyperlink's beginning or end (`ESC ] 8 ; ; address ESC \`). 0 when there is none.
inline std::size_t style_length(std::string_view text) {
    for (const std::string_view sequence : {"\x1B[0m", "\x1B[1m", "\x1B[2m", "\x1B[1;31m"})
        if (text.starts_with(sequence)) return sequence.size();
    constexpr std::string_view link = "\x1B]8;;";
    if (!text.starts_with(link)) return 0;
    for (std::size_t at = link.size(); at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte == 0x1B) return at + 1 < text.size() && text[at + 1] == '\\' ? at + 2 : 0;
        if (byte <= 0x20 || byte >= 0x7F) return 0;
    }
    return 0;
}

/// What could command a terminal, or is no UTF-8; empty when there is nothing. Tabs and newlines may stand,
/// and the sequences of newsarc's own style. On purpose not made of the code that is tested with it.
inline std::optional<std::string> harm_in(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = [&](std::size_t i) {
            return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
        };
        const auto tail = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
        if (const std::size_t length = style_length(text.substr(at))) {
            at += length;
            continue;
        }
        std::uint32_t point = byte(0);
        std::size_t length = 1;
        if (point >= 0xF0 && point < 0xF5 && tail(1) && tail(2) && tail(3)) {
            point = (point & 7U) << 18U | (byte(1) & 63U) << 12U | (byte(2) & 63U) << 6U | (byte(3) & 63U);
            length = 4;
        } else if (point >= 0xE0 && point < 0xF0 && tail(1) && tail(2)) {
            point = (point & 15U) << 12U | (byte(1) & 63U) << 6U | (byte(2) & 63U);
            length = 3;
        } else if (point >= 0xC2 && point < 0xE0 && tail(1)) {
            point = (point & 31U) << 6U | (byte(1) & 63U);
            length = 2;
        } else if (point >= 0x80) {
            return "no UTF-8 at byte " + std::to_string(at);
        }
        struct Range {
            std::uint32_t first;
            std::uint32_t last;
        };
        constexpr std::array<Range, 12> harmful{
            {{0x00, 0x08},  // but tab and newline
             {0x0B, 0x1F},
             {0x7F, 0x9F},
             {0x061C, 0x061C},  // bidirectional controls
             {0x200E, 0x200F},
             {0x2028, 0x202E},  // and separators
             {0x2060, 0x206F},  // what cannot be seen, and bidirectional controls
             {0x3164, 0x3164},
             {0xFEFF, 0xFEFF},
             {0xFFFE, 0xFFFF},
             {0x1D173, 0x1D17A},
             {0xE0000, 0xE00FF}}};
        for (const Range& range : harmful) {
            if (point >= range.first && point <= range.last)
                return "character " + std::to_string(point) + " at byte " + std::to_string(at);
        }
        at += length;
    }
    return std::nullopt;
}

}  // namespace newsarc::test
