#include "text/terminal.hpp"

#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include <utf8proc.h>

namespace newsarc::text {
namespace {

/// Characters that change the order in which others are shown (Unicode Standard Annex 9,
/// Bidi_Control): text could pose as other text with them.
bool is_bidirectional_control(char32_t point) {
    return point == 0x061C || point == 0x200E || point == 0x200F || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2066 && point <= 0x2069);
}

bool is_c1(char32_t point) {
    return point >= 0x80 && point <= 0x9F;
}

struct Range {
    char32_t first;
    char32_t last;
};

/// What no terminal shows and no script needs, so that text could hide in it, or pose as other text: line and
/// paragraph separators, the word joiner and the invisible operators, deprecated format characters, fillers,
/// byte order marks, marks of shorthand and music, tags, and what is no character at all.
/// Marks that scripts do need stay: U+00AD, U+034F, U+180B to U+180E, U+200B, variation selectors.
/// https://www.unicode.org/Public/15.0.0/ucd/DerivedCoreProperties.txt, Default_Ignorable_Code_Point.
constexpr Range unseen[] = {
    {0x17B4, 0x17B5},   {0x2028, 0x2029},   {0x2060, 0x2065},   {0x206A, 0x206F},   {0x3164, 0x3164},
    {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFFB},   {0xFFFE, 0xFFFF},
    {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE00FF}, {0xE01F0, 0xE0FFF},
};

bool is_unseen(char32_t point) {
    const auto holds = [point](const Range& range) { return point >= range.first && point <= range.last; };
    // The last two of each plane are no characters.
    return (point & 0xFFFE) == 0xFFFE || std::ranges::any_of(unseen, holds);
}

/// Zero width non-joiner and joiner.
bool is_joiner(char32_t point) {
    return point == 0x200C || point == 0x200D;
}

/// True behind letters of the scripts that join theirs, and behind what emoji are made of.
bool may_be_joined(char32_t before) {
    return (before >= 0x0600 && before <= 0x1CFF) || (before >= 0x2190 && before <= 0x2BFF) ||
           (before >= 0xA800 && before <= 0xABFF) || (before >= 0xFB50 && before <= 0xFEFC) ||
           (before >= 0x10A00 && before <= 0x11FFF) || (before >= 0x1E800 && before <= 0x1FAFF);
}

/// `\u{202E}`: what the character is, in characters that do nothing.
void append_escaped(std::string& out, char32_t point) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string hexadecimal;
    for (char32_t rest = point; rest != 0 || hexadecimal.size() < 4; rest >>= 4) {
        hexadecimal.insert(hexadecimal.begin(), digits[rest & 0xF]);
    }
    out += "\\u{" + hexadecimal + "}";
}

void append_clean(std::string& out, char32_t point) {
    // The control pictures U+2400 to U+2421 show C0 and DEL in one column each.
    if (point < 0x20) {
        append(out, 0x2400 + point);
    } else if (point == 0x7F) {
        append(out, 0x2421);
    } else if (is_unsafe_on_terminal(point)) {
        append_escaped(out, point);
    } else {
        append(out, point);
    }
}

std::string clean(std::string_view text, bool keep_lines) {
    std::string out;
    out.reserve(text.size());
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        at += point.length;
        if (point.value == '\n' || point.value == '\t') {
            out += keep_lines ? static_cast<char>(point.value) : ' ';
        } else if (is_joiner(point.value) && !may_be_joined(before)) {
            append_escaped(out, point.value);
        } else {
            append_clean(out, point.value);
        }
        before = point.value;
    }
    return out;
}

/// Where an escape begins, as append_escaped() writes it.
constexpr std::string_view escape = "\\u{";

/// The character that an escape at this place stands for, and where it ends; none when it stands for none
/// that with_escapes() writes so.
std::optional<CodePoint> escaped_at(std::string_view text, std::size_t at) {
    const std::size_t end = text.find('}', at);
    if (text.substr(at, escape.size()) != escape || end == std::string_view::npos) return std::nullopt;
    const std::string_view digits = text.substr(at + escape.size(), end - at - escape.size());
    std::uint32_t value = 0;
    const auto [last, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (status != std::errc() || last != digits.data() + digits.size() || digits.size() > 6)
        return std::nullopt;
    if (value != '\\' && !is_unsafe_on_terminal(value)) return std::nullopt;
    return CodePoint{value, end + 1 - at, true};
}

std::size_t width_of(char32_t point) {
    const auto code = static_cast<utf8proc_int32_t>(point);
    const int width = utf8proc_charwidth(code);
    // Vowel signs that stand beside their letter, as in Devanagari, take a column on terminals.
    if (width == 0 && utf8proc_category(code) == UTF8PROC_CATEGORY_MC) return 1;
    return width > 0 ? static_cast<std::size_t>(width) : 0;
}

/// Line breaking classes OP and CL, EX, NS of Unicode Standard Annex 14, as far as Chinese and Japanese
/// text has them: no line ends with the first, none begins with the others.
constexpr std::u32string_view never_last = U"「『（《〈【〔“‘";
constexpr std::u32string_view never_first = U"」』）》〉】〕”’、。，．：；！？ー々・…";

/// The bytes of `text` that fit into `width` columns; at least one code point if there is one.
std::size_t bytes_within(std::string_view text, std::size_t width) {
    std::size_t columns = 0;
    std::size_t at = 0;
    std::size_t good = 0;  // the last place where a line may end
    char32_t before = 0;
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        const bool may_end = never_last.find(before) == std::u32string_view::npos &&
                             never_first.find(point.value) == std::u32string_view::npos;
        if (at > 0 && may_end && width_of(point.value) > 0) good = at;
        columns += width_of(point.value);
        if (columns > width && at > 0) return good > 0 ? good : at;
        before = point.value;
        at += point.length;
    }
    return at;
}

/// An address is left whole: a terminal breaks it itself, and it can still be copied and followed.
bool is_address(std::string_view word) {
    const bool ascii = std::ranges::all_of(word, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii && (word.find("http://") != std::string_view::npos ||
                     word.find("https://") != std::string_view::npos);
}

}  // namespace

bool is_unsafe_on_terminal(char32_t point) {
    return point < 0x20 || point == 0x7F || is_c1(point) || is_bidirectional_control(point) ||
           is_unseen(point);
}

std::string clean_for_terminal(std::string_view text) {
    return clean(text, true);
}

std::string clean_line_for_terminal(std::string_view text) {
    return clean(text, false);
}

std::string with_escapes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const bool line = point.value == '\n' || point.value == '\t';
        if ((is_unsafe_on_terminal(point.value) && !line) || text.substr(at).starts_with(escape)) {
            append_escaped(out, point.value);
        } else {
            out.append(text, at, point.length);
        }
        at += point.length;
    }
    return out;
}

std::string without_escapes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        if (const auto point = escaped_at(text, at)) {
            append(out, point->value);
            at += point->length;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        columns += width_of(point.value);
        at += point.length;
    }
    return columns;
}

std::vector<std::string> wrap(std::string_view paragraph, std::size_t width) {
    std::vector<std::string> lines(1);
    std::size_t columns = 0;  // of the last line
    for (std::size_t at = 0; at < paragraph.size();) {
        if (paragraph[at] == ' ' || paragraph[at] == '\n' || paragraph[at] == '\t') {
            ++at;
            continue;
        }
        std::string_view word = paragraph.substr(at, paragraph.find_first_of(" \n\t", at) - at);
        at += word.size();
        std::size_t word_columns = display_width(word);
        if (columns > 0 && columns + 1 + word_columns > width) {
            lines.emplace_back();
            columns = 0;
        }
        if (columns > 0) {
            lines.back() += ' ';
            ++columns;
        }
        while (word_columns > width && columns == 0 && !is_address(word)) {
            const std::size_t fits = bytes_within(word, width);
            if (fits == word.size()) break;
            lines.back() = word.substr(0, fits);
            lines.emplace_back();
            word.remove_prefix(fits);
            word_columns = display_width(word);
        }
        lines.back() += word;
        columns += word_columns;
    }
    return lines;
}

std::string cut_to_width(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    std::size_t columns = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = code_point_at(text, at);
        if (columns + width_of(point.value) > width - 1) break;
        columns += width_of(point.value);
        at += point.length;
    }
    return std::string(text.substr(0, at)) + "…";
}

std::string abridged(std::string_view text, std::size_t bytes) {
    constexpr std::string_view gap = " … ";
    if (text.size() <= bytes) return std::string(text);
    const std::size_t kept = bytes > gap.size() ? bytes - gap.size() : 0;
    const std::size_t head = kept * 2 / 3;
    const std::size_t tail = next_character_begin(text, text.size() - (kept - head));
    return std::string(beginning(text, head)).append(gap).append(text.substr(tail));
}

namespace {

/// A program that trims what it takes in may find the sign behind these.
bool is_passed_over(char32_t point) {
    return is_space(point) || is_unsafe_on_terminal(point) || point == 0x00AD || point == 0x200B ||
           point == 0x200C || point == 0x200D;
}

}  // namespace

bool looks_like_formula(std::string_view text) {
    constexpr std::array<std::string_view, 11> signs{"=",  "+",  "-",  "@",  "\t", "\r",
                                                     "\n", "＝", "＋", "－", "＠"};
    const auto begins = [&] {
        return std::any_of(signs.begin(), signs.end(),
                           [&](std::string_view sign) { return text.starts_with(sign); });
    };
    while (!text.empty() && !begins()) {
        const CodePoint point = code_point_at(text, 0);
        if (!is_passed_over(point.value)) return false;
        text.remove_prefix(point.length);
    }
    return !text.empty();
}

}  // namespace newsarc::text
