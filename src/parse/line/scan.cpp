#include "parse/line/scan.hpp"

#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

namespace newsarc::parsing {
namespace {

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool is_lower(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return utf8proc_category(static_cast<utf8proc_int32_t>(c)) == UTF8PROC_CATEGORY_LL;
}

/// The code point that ends before `end`, and its bytes.
text::CodePoint code_point_before(std::string_view text, std::size_t end) {
    const std::size_t begin = end == 0 ? 0 : text::character_begin(text, end - 1);
    text::CodePoint point = code_point_at(text.substr(0, end), begin);
    point.length = end - begin;
    return point;
}

/// The first code point that is a letter or digit; 0 when there is none among the first few.
char32_t first_word_character(std::string_view text) {
    std::size_t at = 0;
    for (int tries = 0; tries < 16 && at < text.size(); ++tries) {
        const auto point = code_point_at(text, at);
        if (text::is_word_character(point.value)) return point.value;
        at += point.length;
    }
    return 0;
}

bool closes(char32_t c) {
    constexpr std::u32string_view closers = U"\"')]}*_\u2019\u201D\u00BB\u203A\u300D\u300F\uFF09";
    return closers.find(c) != std::u32string_view::npos;
}

}  // namespace

std::size_t leading_space(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        if (is_ascii(text[at]) && text[at] > ' ') break;
        const auto point = code_point_at(text, at);
        if (!is_space(point.value)) break;
        at += point.length;
    }
    return at;
}

std::string_view trim(std::string_view text) {
    text.remove_prefix(leading_space(text));
    while (!text.empty() && (!is_ascii(text.back()) || text.back() <= ' ')) {
        const auto point = code_point_before(text, text.size());
        if (!is_space(point.value)) break;
        text.remove_suffix(point.length);
    }
    return text;
}

void append_squeezed(std::string& out, std::string_view text) {
    if (text::is_squeezed(text))
        out.append(text);
    else
        out += text::squeeze(text);
}

std::size_t length_up_to(std::string_view text, std::size_t limit) {
    // No character takes more than four bytes; a plain loop over few bytes makes vector code.
    std::size_t count = 0;
    for (const char c : text.substr(0, limit * 4))
        count += !text::continues_character(c);
    return std::min(count, limit);
}

bool has_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (text::is_word_character(point.value)) return true;
        at += point.length;
    }
    return false;
}

bool begins_lower(std::string_view text) {
    return is_lower(first_word_character(text));
}

bool begins_upper(std::string_view text) {
    return is_upper(first_word_character(text));
}

bool ends_as_sentence(std::string_view text) {
    constexpr std::u32string_view stops = U".:;,\u3002\uFF0E\u0964\u061B\u060C\u06D4\uFF1A\uFF0C";
    while (!text.empty()) {
        const auto point = code_point_before(text, text.size());
        if (!closes(point.value) && !is_space(point.value)) {
            if (text.ends_with("...")) return false;
            return stops.find(point.value) != std::u32string_view::npos;
        }
        text.remove_suffix(point.length);
    }
    return false;
}

std::size_t leading_ornament(std::string_view text) {
    constexpr char32_t copyright = 0xA9;
    std::size_t at = 0;
    for (int tries = 0; tries < 24 && at < text.size(); ++tries) {
        const auto point = code_point_at(text, at);
        if (text::is_word_character(point.value) || point.value == copyright) break;
        at += point.length;
    }
    return at;
}

}  // namespace newsarc::parsing
