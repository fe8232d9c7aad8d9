#include "text/letters.hpp"

#include "text/utf8.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdint>

namespace newsarc::text {
namespace {

enum class Kind : std::uint8_t { separator, word, joiner, high };

constexpr std::array<Kind, 256> kinds = [] {
    std::array<Kind, 256> table{};
    for (std::size_t c = 0; c < 256; ++c) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
            table[c] = Kind::word;
        else if (c == '\'' || c == '-')
            table[c] = Kind::joiner;
        else if (c >= 0x80)
            table[c] = Kind::high;
    }
    return table;
}();

constexpr char32_t right_quote = 0x2019;

}  // namespace

bool is_ideograph(char32_t c) {
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_word_character(char32_t c) {
    if (c < 0x80) return kinds[c] == Kind::word;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return true;
        default: return false;
    }
}

std::size_t count_words(std::string_view text) {
    std::size_t words = 0;
    bool inside = false;  // the last character was of a word
    bool joined = false;  // and since then there was one joiner
    const auto take = [&](Kind kind) {
        if (kind == Kind::word) {
            words += !inside && !joined;
            inside = true;
            joined = false;
        } else {
            joined = kind == Kind::joiner && inside;
            inside = false;
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        const Kind kind = kinds[static_cast<unsigned char>(text[at])];
        if (kind != Kind::high) {
            take(kind);
            ++at;
            continue;
        }
        const CodePoint point = code_point_at(text, at);
        at += point.length;
        if (is_ideograph(point.value)) {
            take(Kind::separator);
            ++words;
        } else if (point.value == right_quote) {
            take(Kind::joiner);
        } else {
            take(is_word_character(point.value) ? Kind::word : Kind::separator);
        }
    }
    return words;
}

}  // namespace newsarc::text
