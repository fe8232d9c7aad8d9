#include "text/unicode/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

#include "text/analysis/analyser.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

struct ScriptRange {
    char32_t first, last;
    WordKind kind;
};

/// Scripts that put no blanks between words, and Korean, whose words carry endings.
constexpr std::array<ScriptRange, 18> script_ranges{{
    {0x0E00, 0x0EFF, WordKind::unspaced},  // Thai, Lao
    {0x1000, 0x109F, WordKind::unspaced},  // Myanmar
    {0x1100, 0x11FF, WordKind::pairs},     // Hangul letters
    {0x1780, 0x17FF, WordKind::unspaced},  // Khmer
    {0x19E0, 0x19FF, WordKind::unspaced},  // Khmer symbols
    {0x2E80, 0x2FDF, WordKind::pairs},     // Han radicals
    {0x3005, 0x3007, WordKind::pairs},     // Han iteration mark, closing mark, zero
    {0x3021, 0x3029, WordKind::pairs},     // Hangzhou numerals
    {0x3040, 0x312F, WordKind::pairs},     // Hiragana, Katakana, Bopomofo
    {0x3130, 0x318F, WordKind::pairs},     // Hangul compatibility letters
    {0x31A0, 0x31FF, WordKind::pairs},     // Bopomofo and Katakana extensions
    {0x3400, 0x4DBF, WordKind::pairs},     // Han extension A
    {0x4E00, 0x9FFF, WordKind::pairs},     // Han
    {0xA960, 0xA97F, WordKind::pairs},     // Hangul letters extension
    {0xAC00, 0xD7FF, WordKind::pairs},     // Hangul syllables
    {0xF900, 0xFAFF, WordKind::pairs},     // Han compatibility
    {0xFF66, 0xFFDC, WordKind::pairs},     // half-width Katakana and Hangul
    {0x20000, 0x3FFFF, WordKind::pairs},   // Han extensions
}};

WordKind script_of(char32_t point) {
    if (point < script_ranges.front().first) return WordKind::plain;
    const auto range = std::lower_bound(script_ranges.begin(), script_ranges.end(), point,
                                        [](const ScriptRange& r, char32_t p) { return r.last < p; });
    return range != script_ranges.end() && range->first <= point ? range->kind : WordKind::plain;
}

enum class Class { other, letter, mark };

/// Parts words, but where a script has no blanks it only says where a line may end.
constexpr char32_t zero_width_space = 0x200B;

enum class Byte : std::uint8_t { other, letter, high };

constexpr std::array<Byte, 256> byte_kinds = [] {
    std::array<Byte, 256> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            out[c] = Byte::letter;
        else if (c >= 0x80)
            out[c] = Byte::high;
    }
    return out;
}();

Byte byte_of(char c) {
    return byte_kinds[static_cast<unsigned char>(c)];
}

Class class_of(char32_t point) {
    if (point < 0x80) return byte_kinds[point] == Byte::letter ? Class::letter : Class::other;
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(point))) {
        case UTF8PROC_CATEGORY_LU:
        case UTF8PROC_CATEGORY_LL:
        case UTF8PROC_CATEGORY_LT:
        case UTF8PROC_CATEGORY_LM:
        case UTF8PROC_CATEGORY_LO:
        case UTF8PROC_CATEGORY_ND:
        case UTF8PROC_CATEGORY_NL:
        case UTF8PROC_CATEGORY_NO: return Class::letter;
        case UTF8PROC_CATEGORY_MN:
        case UTF8PROC_CATEGORY_MC:
        case UTF8PROC_CATEGORY_ME: return Class::mark;
        // Soft hyphens and joiners are of the word they stand in.
        case UTF8PROC_CATEGORY_CF: return point == zero_width_space ? Class::other : Class::mark;
        default: return Class::other;
    }
}

bool is_upper(char32_t point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_LU;
}

bool is_lower(char32_t point) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(point)) == UTF8PROC_CATEGORY_LL;
}

bool is_cased(char32_t point) {
    if (point < 0x80) return is_ascii_alpha(static_cast<char>(point));
    return is_upper(point) || is_lower(point);
}

/// The end of the bytes of one kind from `at` on.
std::size_t end_of_bytes(std::string_view text, std::size_t at, Byte kind) {
    while (at < text.size() && byte_of(text[at]) == kind)
        ++at;
    return at;
}

/// The end of the run of one kind of word that begins at `at`.
std::size_t end_of_run(std::string_view text, std::size_t at, WordKind kind) {
    while (at < text.size()) {
        if (kind == WordKind::plain) {
            at = end_of_bytes(text, at, Byte::letter);
            if (at == text.size() || byte_of(text[at]) != Byte::high) break;
        }
        const CodePoint point = code_point_at(text, at);
        const Class found = class_of(point.value);
        if (found == Class::other && (kind != WordKind::unspaced || point.value != zero_width_space)) break;
        if (found == Class::letter && script_of(point.value) != kind) break;
        at += point.length;
    }
    return at;
}

/// Acronyms of the news that are common words in small letters, or become the stem of one: the
/// index would take `US` for `us`, `use` and `used`.
constexpr std::array<std::string_view, 5> homographs{"ICE", "IS", "IT", "US", "WHO"};

bool is_homograph_in_capitals(std::string_view word) {
    return is_ascii_upper(word.front()) && std::ranges::find(homographs, word) != homographs.end();
}

/// True when a small letter stands near the word, or nothing else does: in a text in capitals
/// throughout, `WHO` is most often the pronoun.
bool is_apart(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t near = 24;  // bytes, two or three words
    const std::string_view before = text.substr(begin - std::min(begin, near), std::min(begin, near));
    const std::string_view after = text.substr(end, near);
    return std::ranges::any_of(before, is_ascii_lower) || std::ranges::any_of(after, is_ascii_lower) ||
           (std::ranges::none_of(before, is_ascii_alpha) && std::ranges::none_of(after, is_ascii_alpha));
}

/// The end of the acronym that begins with the single letter ending at `at`: further single
/// letters with a dot before each. `at` itself when there is none.
std::size_t end_of_acronym(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] == '.') {
        const CodePoint letter = code_point_at(text, end + 1);
        if (letter.length == 0 || !is_cased(letter.value)) break;
        const std::size_t next = end + 1 + letter.length;
        if (end_of_run(text, end + 1, WordKind::plain) != next) break;
        end = next;
    }
    return end;
}

/// Makes a short word the acronym that it is, or begins.
void take_acronym(std::string_view text, Word& word) {
    const CodePoint first = code_point_at(text, word.begin);
    if (word.end == word.begin + first.length) {
        const std::size_t end = is_cased(first.value) ? end_of_acronym(text, word.end) : word.end;
        if (end != word.end) word.kind = WordKind::acronym;
        word.end = end;
    } else if (is_homograph_in_capitals(text.substr(word.begin, word.end - word.begin)) &&
               is_apart(text, word.begin, word.end)) {
        word.kind = WordKind::acronym;
    }
}

template <typename Predicate>
bool any_point(std::string_view text, Predicate predicate) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (predicate(point.value)) return true;
        at += point.length;
    }
    return false;
}

/// The characters of a run as the index has them, each with its marks.
std::vector<std::string> characters(std::string_view run) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < run.size();) {
        const CodePoint point = code_point_at(run, at);
        const std::string_view bytes = run.substr(at, point.length);
        at += point.length;
        const bool voicing = point.value == 0xFF9E || point.value == 0xFF9F;  // of half-width kana
        if ((voicing || class_of(point.value) != Class::letter) && !out.empty()) {
            out.back() += fold_word(bytes);
        } else if (point.value >= 0xAC00 && point.value <= 0xD7FF) {
            out.emplace_back(bytes);  // a syllable of Hangul, which folding would take apart
        } else {
            out.push_back(fold_word(bytes));
        }
    }
    return out;
}

bool has_pairs(const Word& word) {
    return word.kind == WordKind::pairs || word.kind == WordKind::unspaced;
}

/// The letters that stand for signs in the terms of units.
std::string_view letter_of(char sign) {
    switch (sign) {
        case '&': return "\u02C6";
        case '+': return "\u02C7";
        case '#': return "\u02C8";
        default: return "\u02C9";
    }
}

std::size_t size_of(const Word& word) {
    return word.end - word.begin;
}

/// True when the sign between two words makes one of them.
bool joins(std::string_view text, const Word& a, const Word& b) {
    if (b.begin != a.end + 1 || a.kind != WordKind::plain || b.kind != WordKind::plain) return false;
    if (text[a.end] == '&') return true;
    const auto letter = [&](const Word& word) { return size_of(word) == 1 && text[word.begin] > '9'; };
    return text[a.end] == '-' && (letter(a) || letter(b));
}

/// The end of the signs behind a word, `C++`; the end of the word when there are none, or more words follow.
std::size_t end_of_signs(std::string_view text, const Word& word) {
    std::size_t end = word.end;
    while (end < text.size() && end < word.end + 2 && (text[end] == '+' || text[end] == '#'))
        ++end;
    if (end == word.end) return end;
    const bool goes_on = end < text.size() && class_of(code_point_at(text, end).value) == Class::letter;
    return word.kind != WordKind::plain || goes_on ? word.end : end;
}

}  // namespace

std::vector<Word> words(std::string_view text) {
    std::vector<Word> out;
    out.reserve(text.size() / 5);
    for (std::size_t at = 0;;) {
        at = end_of_bytes(text, at, Byte::other);
        if (at == text.size()) break;
        Word word{WordKind::plain, at, end_of_bytes(text, at, Byte::letter)};
        if (word.end < text.size() && byte_of(text[word.end]) == Byte::high) {
            const CodePoint point = code_point_at(text, at);
            at += point.length;
            if (class_of(point.value) != Class::letter) continue;
            word.kind = script_of(point.value);
            word.end = end_of_run(text, at, word.kind);
        }
        constexpr std::size_t longest_letter = 4;  // bytes; those of an acronym without dots are no more
        if (word.kind == WordKind::plain && word.end - word.begin <= longest_letter) take_acronym(text, word);
        out.push_back(word);
        at = word.end;
    }
    return out;
}

bool has_word(std::string_view text) {
    return any_point(text, [](char32_t point) { return class_of(point) == Class::letter; });
}

bool has_lower_case(std::string_view text) {
    return any_point(text, is_lower);
}

bool is_upper_case(std::string_view text) {
    std::size_t letters = 0;
    const bool other = any_point(text, [&](char32_t point) {
        if (is_upper(point)) ++letters;
        return class_of(point) == Class::letter && is_lower(point);
    });
    return !other && letters >= 2;
}

bool is_homograph(std::string_view letters) {
    return std::ranges::any_of(homographs, [&](std::string_view known) {
        return std::ranges::equal(known, letters, {}, {}, ascii_upper);
    });
}

std::vector<Unit> units(std::string_view text, const std::vector<Word>& words) {
    constexpr std::string_view signs = "&-+#";
    std::vector<Unit> out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        // Of most words a blank says it all.
        const std::size_t sign = words[i].end;
        if (sign == text.size() || text[sign] == ' ' || signs.find(text[sign]) == std::string_view::npos)
            continue;
        std::size_t last = i;
        while (last + 1 < words.size() && joins(text, words[last], words[last + 1]))
            ++last;
        const std::size_t end = end_of_signs(text, words[last]);
        if (last > i || end > words[last].end) out.push_back({i, last, words[i].begin, end});
        i = last;
    }
    return out;
}

std::string unit_term(std::string_view text, const std::vector<Word>& words, const Unit& unit) {
    std::string out;
    for (std::size_t i = unit.first; i <= unit.last; ++i) {
        out += fold_word(text.substr(words[i].begin, size_of(words[i])));
        if (i < unit.last) out += letter_of(text[words[i].end]);
    }
    for (std::size_t at = words[unit.last].end; at < unit.end; ++at)
        out += letter_of(text[at]);
    if (out.back() >= 'a' && out.back() <= 'z') out += end_of_term;
    return out;
}

std::string letters_of(std::string_view acronym) {
    std::string letters;
    std::ranges::copy_if(acronym, std::back_inserter(letters), [](char c) { return c != '.'; });
    return letters;
}

std::vector<std::string> terms_of(std::string_view text, const Word& word) {
    const std::string_view run = text.substr(word.begin, word.end - word.begin);
    if (word.kind == WordKind::acronym) {
        const std::string letters = letters_of(run);
        return {acronym_term(letters, letters.size() != run.size())};
    }
    auto chars = characters(run);
    if (chars.size() == 1) return chars;
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 1 < chars.size(); ++i)
        out.push_back(chars[i] + chars[i + 1]);
    return out;
}

std::vector<std::string> closed_terms_of(std::string_view text, const Word& word) {
    auto out = terms_of(text, word);
    if (!has_pairs(word)) return out;
    auto chars = characters(text.substr(word.begin, word.end - word.begin));
    if (chars.size() > 1) out.push_back(std::move(chars.back()));
    return out;
}

std::string further_terms(std::string_view text, const std::vector<Word>& words) {
    std::string out;
    const auto append = [&out](const std::string& term) {
        if (!out.empty()) out += ' ';
        out += term;
    };
    for (const Word& word : words) {
        if (word.kind == WordKind::acronym) append(terms_of(text, word)[0]);
    }
    for (const Unit& unit : units(text, words))
        append(unit_term(text, words, unit));
    return out;
}

std::size_t count_terms(std::string_view text, const std::vector<Word>& words) {
    std::size_t count = 0;
    for (const Word& word : words) {
        if (!has_pairs(word)) {
            ++count;
        } else {
            const auto run = text.substr(word.begin, word.end - word.begin);
            count += std::max<std::size_t>(characters(run).size(), 2) - 1;
        }
    }
    return count;
}

}  // namespace newsarc::text
