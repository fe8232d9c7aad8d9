#include "text/unicode/words.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>

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

constexpr std::array<bool, 0x80> is_ascii_letter = [] {
    std::array<bool, 0x80> out{};
    for (std::size_t c = 0; c < out.size(); ++c)
        out[c] = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return out;
}();

Class class_of(char32_t point) {
    if (point < 0x80) return is_ascii_letter[point] ? Class::letter : Class::other;
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
    return is_upper(point) || is_lower(point);
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

/// The end of the ASCII characters from `at` on that are letters, or are none.
std::size_t end_of_ascii(std::string_view text, std::size_t at, bool letters) {
    while (at < text.size() && is_ascii(text[at]) &&
           is_ascii_letter[static_cast<std::size_t>(text[at])] == letters)
        ++at;
    return at;
}

/// The end of the run of one kind of word that begins at `at`.
std::size_t end_of_run(std::string_view text, std::size_t at, WordKind kind) {
    while (at < text.size()) {
        if (kind == WordKind::plain) {
            at = end_of_ascii(text, at, true);
            if (at == text.size() || is_ascii(text[at])) break;
        }
        const CodePoint point = code_point_at(text, at);
        const Class found = class_of(point.value);
        if (found == Class::other) break;
        if (found == Class::letter && script_of(point.value) != kind) break;
        at += point.length;
    }
    return at;
}

/// Acronyms of the news that are common words in small letters, or become the stem of one: the
/// index would take `US` for `us`, `use` and `used`.
constexpr std::array<std::string_view, 5> homographs{"ICE", "IS", "IT", "US", "WHO"};

/// True when a small letter stands near the word, or nothing else does: in a text in capitals
/// throughout, `WHO` is most often the pronoun.
bool is_apart(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t near = 24;  // bytes, two or three words
    const std::string_view before = text.substr(begin - std::min(begin, near), std::min(begin, near));
    const std::string_view after = text.substr(end, near);
    const auto small = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto letter = [&](char c) { return small(c) || (c >= 'A' && c <= 'Z'); };
    return std::ranges::any_of(before, small) || std::ranges::any_of(after, small) ||
           (std::ranges::none_of(before, letter) && std::ranges::none_of(after, letter));
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

template <typename Predicate>
bool any_point(std::string_view text, Predicate predicate) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        if (predicate(point.value)) return true;
        at += point.length;
    }
    return false;
}

/// The characters of a run, marks left out of unspaced scripts, where the tokenizer cuts at them.
std::vector<std::string_view> characters(std::string_view run, WordKind kind) {
    std::vector<std::string_view> out;
    for (std::size_t at = 0; at < run.size();) {
        const CodePoint point = code_point_at(run, at);
        const bool dropped = kind == WordKind::unspaced && class_of(point.value) == Class::mark;
        if (!dropped) out.push_back(run.substr(at, point.length));
        at += point.length;
    }
    return out;
}

bool has_pairs(const Word& word) {
    return word.kind == WordKind::pairs || word.kind == WordKind::unspaced;
}

bool touches_pairs(const std::vector<Word>& words, std::size_t i) {
    return (i > 0 && has_pairs(words[i - 1]) && words[i - 1].end == words[i].begin) ||
           (i + 1 < words.size() && has_pairs(words[i + 1]) && words[i + 1].begin == words[i].end);
}

}  // namespace

std::vector<Word> words(std::string_view text) {
    std::vector<Word> out;
    out.reserve(text.size() / 6);
    for (std::size_t at = 0; at < text.size();) {
        at = end_of_ascii(text, at, false);
        if (at == text.size()) break;
        const CodePoint point = code_point_at(text, at);
        if (class_of(point.value) != Class::letter) {
            at += point.length;
            continue;
        }
        Word word{script_of(point.value), at, 0};
        word.end = end_of_run(text, at + point.length, word.kind);
        if (word.kind == WordKind::plain && word.end == at + point.length && is_cased(point.value)) {
            const std::size_t end = end_of_acronym(text, word.end);
            if (end != word.end) word.kind = WordKind::acronym;
            word.end = end;
        } else if (word.kind == WordKind::plain && point.value < 'a' && word.end - at <= 3 &&
                   std::ranges::find(homographs, text.substr(at, word.end - at)) != homographs.end() &&
                   is_apart(text, at, word.end)) {
            word.kind = WordKind::acronym;
        }
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
        return std::ranges::equal(known, letters, [](char upper, char c) {
            return upper == (c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c);
        });
    });
}

std::vector<std::string> terms_of(std::string_view text, const Word& word) {
    const std::string_view run = text.substr(word.begin, word.end - word.begin);
    if (word.kind == WordKind::plain) return {std::string(run)};
    if (word.kind == WordKind::acronym) {
        std::string letters;
        std::copy_if(run.begin(), run.end(), std::back_inserter(letters), [](char c) { return c != '.'; });
        return {letters};
    }
    const auto chars = characters(run, word.kind);
    if (chars.size() == 1) return {std::string(chars[0])};
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 1 < chars.size(); ++i) {
        out.push_back(std::string(chars[i]).append(chars[i + 1]));
    }
    return out;
}

std::string further_terms(std::string_view text, const std::vector<Word>& words) {
    std::string out;
    const auto append = [&out](std::string_view term) {
        if (!out.empty()) out += ' ';
        out += term;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind == WordKind::plain && !touches_pairs(words, i)) continue;
        const auto terms = terms_of(text, words[i]);
        for (const auto& term : terms)
            append(term);
        if (has_pairs(words[i]) && terms.size() > 0) {
            const auto chars =
                characters(text.substr(words[i].begin, words[i].end - words[i].begin), words[i].kind);
            if (chars.size() > 1) append(chars.back());
        }
    }
    return out;
}

std::size_t count_terms(std::string_view text, const std::vector<Word>& words) {
    std::size_t count = 0;
    for (const Word& word : words) {
        if (!has_pairs(word)) {
            ++count;
        } else {
            const auto run = text.substr(word.begin, word.end - word.begin);
            count += std::max<std::size_t>(characters(run, word.kind).size(), 2) - 1;
        }
    }
    return count;
}

}  // namespace newsarc::text
