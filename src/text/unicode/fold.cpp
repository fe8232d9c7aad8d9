#include "text/unicode/fold.hpp"

#include <utf8proc.h>

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "text/unicode/straight.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

/// A control character, or two blanks in a row. Written so that compilers make vector code of it:
/// most text is plain, and all of it passes here.
bool has_plain_gap(std::string_view text) {
    unsigned gap = 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const auto before = static_cast<unsigned char>(text[i - 1]);
        const auto here = static_cast<unsigned char>(text[i]);
        gap |= static_cast<unsigned>(here < 0x20) |
               (static_cast<unsigned>(here == 0x20) & static_cast<unsigned>(before == 0x20));
    }
    return gap != 0;
}

/// A blank other than U+0020.
bool has_wide_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        std::uint64_t eight = 0;
        if (at + sizeof eight <= text.size()) {
            std::memcpy(&eight, text.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080U) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const auto lead = static_cast<unsigned char>(text[at]);
        // All of them begin with one of four bytes.
        if ((lead == 0xC2 || (lead >= 0xE1 && lead <= 0xE3)) && is_space(code_point_at(text, at).value))
            return true;
        ++at;
    }
    return false;
}

/// Compatibility decomposition, case folding, marks stripped; malformed bytes are made U+FFFD first.
std::string fold_case_and_marks(std::string_view text) {
    const std::string valid = to_valid_utf8(text);
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(
        reinterpret_cast<const utf8proc_uint8_t*>(valid.data()), static_cast<utf8proc_ssize_t>(valid.size()),
        &mapped,
        static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE));
    if (length < 0) return valid;
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

constexpr std::size_t block = 32;

/// True when so many bytes, the one before them known, are ASCII without a gap and end in no blank.
bool is_plain_block(const char* bytes) {
    unsigned gap = 0;
    for (std::size_t i = 0; i < block; ++i) {
        const auto before = static_cast<unsigned char>(*(bytes + i - 1));
        const auto here = static_cast<unsigned char>(bytes[i]);
        gap |= static_cast<unsigned>(here < 0x20) | static_cast<unsigned>(here >= 0x80) |
               (static_cast<unsigned>(here == 0x20) & static_cast<unsigned>(before == 0x20));
    }
    return gap == 0 && bytes[block - 1] != ' ';
}

/// Where squeezed text that begins at `at` ends: before white space, a single blank between two
/// other characters aside.
std::size_t end_of_run(std::string_view text, std::size_t at) {
    const auto solid = [&](std::size_t i) {
        return i < text.size() && static_cast<unsigned char>(text[i]) > 0x20 &&
               static_cast<unsigned char>(text[i]) < 0x80;
    };
    const std::size_t begin = at;
    std::size_t retry = at + 1;
    while (at < text.size()) {
        if (at >= retry && at + block < text.size()) {
            if (is_plain_block(text.data() + at)) {
                at += block;
                continue;
            }
            retry = at + block;
        }
        if (solid(at)) {
            ++at;
        } else if (text[at] == ' ' && at > begin && solid(at + 1)) {
            at += 2;
        } else {
            const CodePoint point = code_point_at(text, at);
            if (is_space(point.value)) break;
            at += point.length;
        }
    }
    return at;
}

}  // namespace

bool is_space(char32_t point) {
    if (point < 0x80) return point == ' ' || (point >= '\t' && point <= '\r');
    if (point == 0x85) return true;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
    return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
           category == UTF8PROC_CATEGORY_ZP;
}

bool is_squeezed(std::string_view text) {
    if (text.empty()) return true;
    const auto blank = [](char c) { return c == ' ' || static_cast<unsigned char>(c) < 0x20; };
    return !blank(text.front()) && !blank(text.back()) && !has_plain_gap(text) && !has_wide_space(text);
}

std::string squeeze(std::string_view text) {
    if (is_squeezed(text)) return std::string(text);
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        at = end_of_run(text, at);
        if (at > begin) {
            if (!out.empty()) out += ' ';
            out.append(text, begin, at - begin);
        }
        if (at < text.size()) at += code_point_at(text, at).length;
    }
    return out;
}

std::string fold(std::string_view text) {
    std::string lower(text);
    bool ascii = true;
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        ascii &= static_cast<unsigned char>(c) < 0x80;
    }
    if (ascii) return squeeze(lower);
    return squeeze(fold_case_and_marks(straight(text)));
}

}  // namespace newsarc::text
