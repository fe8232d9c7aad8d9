#include "text/analysis/fold_word.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <optional>

#include "text/unicode/ascii.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/straight.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

struct Range {
    char32_t first, last;
};

bool is_in(const auto& ranges, char32_t point) {
    const auto range = std::ranges::lower_bound(ranges, point, {}, &Range::last);
    return range != ranges.end() && range->first <= point;
}

/// Marks that readers of their script do without.
constexpr std::array<Range, 20> needless_marks{{
    {0x00AD, 0x00AD},  // soft hyphen
    {0x0300, 0x036F},  // on Latin, Greek and Cyrillic letters
    {0x0483, 0x0489},  // Church Slavonic
    {0x0591, 0x05BD},  // Hebrew accents and vowels
    {0x05BF, 0x05C7},  // likewise, without the hyphen maqaf
    {0x0610, 0x061C},  // Arabic
    {0x0640, 0x0640},  // tatweel
    {0x064B, 0x065F},  // Arabic vowels, hamza above and below
    {0x0670, 0x0670},  // superscript alef
    {0x06D6, 0x06ED},  // of the Quran
    {0x0711, 0x0711},  // Syriac
    {0x0730, 0x074A},  // Syriac
    {0x08D3, 0x08FF},  // Arabic
    {0x093C, 0x093C},  // nukta, of letters in loanwords
    {0x135D, 0x135F},  // Ethiopic
    {0x1AB0, 0x1AFF},  // on letters of any script
    {0x1DC0, 0x1DFF},  // likewise
    {0x200B, 0x200F},  // joiners and marks of direction
    {0x2060, 0x2064},  // word joiner
    {0xFE00, 0xFE2F},  // variation selectors, half marks
}};

/// A Devanagari n before another consonant may be written as a dot above the letter before it: मन्त्री, मंत्री.
constexpr std::string_view n_without_vowel = "\u0928\u094D";
constexpr std::string_view anusvara = "\u0902";

struct Mapped {
    char32_t from;
    std::string_view to;
};

/// Letters that decomposition leaves alone, and what readers write for them.
constexpr std::array<Mapped, 48> letters{{
    {0x00E6, "ae"},      // æ
    {0x00F0, "d"},       // ð
    {0x00F8, "o"},       // ø
    {0x00FE, "th"},      // þ
    {0x0111, "d"},       // đ
    {0x0127, "h"},       // ħ
    {0x0131, "i"},       // ı
    {0x0138, "k"},       // ĸ
    {0x0142, "l"},       // ł
    {0x014B, "n"},       // ŋ
    {0x0153, "oe"},      // œ
    {0x0167, "t"},       // ŧ
    {0x0192, "f"},       // ƒ
    {0x0199, "k"},       // ƙ
    {0x01B4, "y"},       // ƴ
    {0x01DD, "e"},       // ǝ
    {0x0253, "b"},       // ɓ
    {0x0254, "o"},       // ɔ
    {0x0256, "d"},       // ɖ
    {0x0257, "d"},       // ɗ
    {0x0259, "e"},       // ə
    {0x025B, "e"},       // ɛ
    {0x0269, "i"},       // ɩ
    {0x0272, "n"},       // ɲ
    {0x028B, "v"},       // ʋ
    {0x02BB, ""},        // turned comma of Uzbek and Hawaiian
    {0x02BC, ""},        // modifier apostrophe
    {0x05DA, "\u05DB"},  // final kaf
    {0x05DD, "\u05DE"},  // final mem
    {0x05DF, "\u05E0"},  // final nun
    {0x05E3, "\u05E4"},  // final pe
    {0x05E5, "\u05E6"},  // final tsadi
    {0x0629, "\u0647"},  // ta marbuta
    {0x0649, "\u064A"},  // alef maksura
    {0x0671, "\u0627"},  // alef wasla
    {0x06A9, "\u0643"},  // Persian kaf
    {0x06AA, "\u0643"},  // swash kaf
    {0x06BA, "\u0646"},  // nun without a dot
    {0x06BE, "\u0647"},  // two-eyed ha
    {0x06C0, "\u0647"},  // ha with ya above
    {0x06C1, "\u0647"},  // Urdu ha
    {0x06C3, "\u0647"},  // Urdu ta marbuta
    {0x06CC, "\u064A"},  // Persian ya
    {0x06CD, "\u064A"},  // ya with tail
    {0x06D0, "\u064A"},  // e
    {0x06D2, "\u064A"},  // Urdu bari ya
    {0x06D5, "\u0647"},  // ae
    {0x0901, "\u0902"},  // candrabindu, written as anusvara
}};
static_assert(std::ranges::is_sorted(letters, {}, &Mapped::from));

/// The value of a digit of any script: they come in tens that begin at 0 or 6 of a row of sixteen.
std::optional<char> digit(char32_t point) {
    if (utf8proc_category(static_cast<utf8proc_int32_t>(point)) != UTF8PROC_CATEGORY_ND) return std::nullopt;
    const char32_t low = point & 0xFU;
    const bool from_six = (point >= 0x0900 && point < 0x0E00) || (point & 0xFFF0U) == 0x1940;
    const char32_t value = from_six && low >= 6 ? low - 6 : low;
    if (value > 9) return std::nullopt;
    return static_cast<char>('0' + value);
}

void append_folded(std::string& out, char32_t point) {
    if (point < 0x80) {
        out += static_cast<char>(point);
        return;
    }
    if (is_in(needless_marks, point)) return;
    const auto letter = std::ranges::lower_bound(letters, point, {}, &Mapped::from);
    if (letter != letters.end() && letter->from == point) {
        out += letter->to;
    } else if (const auto value = digit(point)) {
        out += *value;
    } else {
        append(out, point);
    }
}

}  // namespace

std::string fold_word(std::string_view word) {
    std::string out;
    out.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        at += point.length;
        if (point.value < 0x80) {
            out += ascii_lower(static_cast<char>(point.value));
            continue;
        }
        std::array<utf8proc_int32_t, 24> parts{};
        int boundary = 0;
        const auto count = utf8proc_decompose_char(
            static_cast<utf8proc_int32_t>(point.value), parts.data(), parts.size(),
            static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD),
            &boundary);
        const auto end = static_cast<std::size_t>(std::clamp<utf8proc_ssize_t>(count, 0, parts.size()));
        for (std::size_t i = 0; i < end; ++i)
            append_folded(out, static_cast<char32_t>(parts[i]));
        const bool within = at < word.size() && out.size() > n_without_vowel.size();
        if (point.value == 0x094D && within && out.ends_with(n_without_vowel)) {
            out.replace(out.size() - n_without_vowel.size(), n_without_vowel.size(), anusvara);
        }
    }
    return out;
}

std::string fold_value(std::string_view value) {
    return squeeze(fold_word(straight(value)));
}

}  // namespace newsarc::text
