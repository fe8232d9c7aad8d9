#include "parse/language.hpp"

#include "parse/line/scan.hpp"
#include "text/lexicon/lexicon.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace newsarc::parsing {
namespace {

constexpr std::size_t sample_size = 1200;  // bytes

/// A script that one language in news writes, or that common words tell apart (tag empty).
struct Script {
    char32_t first;
    char32_t last;
    std::string_view tag;
};

constexpr Script scripts[] = {
    {0x0041, 0x024F, ""},   {0x0370, 0x03FF, "el"}, {0x0400, 0x052F, ""},   {0x0530, 0x058F, "hy"},
    {0x0590, 0x05FF, "he"}, {0x0600, 0x06FF, ""},   {0x0900, 0x097F, "hi"}, {0x0980, 0x09FF, "bn"},
    {0x0A00, 0x0A7F, "pa"}, {0x0A80, 0x0AFF, "gu"}, {0x0B80, 0x0BFF, "ta"}, {0x0C00, 0x0C7F, "te"},
    {0x0C80, 0x0CFF, "kn"}, {0x0D00, 0x0D7F, "ml"}, {0x0E00, 0x0E7F, "th"}, {0x0E80, 0x0EFF, "lo"},
    {0x1000, 0x109F, "my"}, {0x10A0, 0x10FF, "ka"}, {0x1200, 0x137F, "am"}, {0x1780, 0x17FF, "km"},
    {0x3040, 0x30FF, "ja"}, {0x3400, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"},
};
constexpr std::size_t kana = 20;
constexpr std::size_t han = 21;

/// A word of at most eight bytes as a number, lower case; common words are short.
std::optional<std::uint64_t> key_of(std::string_view word) {
    if (word.size() > sizeof(std::uint64_t)) return std::nullopt;
    std::uint64_t key = 0;
    for (const char c : word)
        key = key << 8U | static_cast<unsigned char>(ascii_lower(c));
    return key;
}

/// The languages whose common words the lexicon has, and for each such word those it is common in, a
/// bit each.
struct CommonWords {
    std::vector<std::string_view> languages;
    std::unordered_map<std::uint64_t, std::uint32_t> index;
};

const CommonWords& common_words() {
    static const auto words = [] {
        CommonWords made;
        for (const auto& row : text::lexicon()) {
            if (row.kind != "common") continue;
            if (made.languages.empty() || made.languages.back() != row.language)
                made.languages.push_back(row.language);
            text::for_each_item(row.value, [&](std::string_view word) {
                if (const auto key = key_of(word)) made.index[*key] |= 1U << (made.languages.size() - 1);
            });
        }
        return made;
    }();
    return words;
}

struct Census {
    std::array<std::size_t, std::size(scripts)> letters{};
    std::vector<std::size_t> words = std::vector<std::size_t>(common_words().languages.size());
    std::size_t all_letters = 0;
    std::size_t all_words = 0;

    static bool is_letter(char32_t point) {
        if (point < 0x80) return (point | 0x20U) >= 'a' && (point | 0x20U) <= 'z';
        return text::is_word_character(point);
    }

    void take_letter(char32_t point) {
        ++all_letters;
        const auto script = std::find_if(std::begin(scripts), std::end(scripts), [&](const Script& row) {
            return point >= row.first && point <= row.last;
        });
        if (script != std::end(scripts)) ++letters[static_cast<std::size_t>(script - std::begin(scripts))];
    }

    void take_word(std::string_view word) {
        ++all_words;
        const auto& index = common_words().index;
        const auto key = key_of(word);
        const auto found = key ? index.find(*key) : index.end();
        if (found == index.end()) return;
        for (std::size_t i = 0; i < words.size(); ++i)
            words[i] += found->second >> i & 1U;
    }

    void take(std::string_view text) {
        std::size_t begin = 0;
        bool inside = false;
        for (std::size_t at = 0; at < text.size();) {
            const auto point = code_point_at(text, at);
            const bool letter = is_letter(point.value);
            if (letter) {
                take_letter(point.value);
                if (!inside) begin = at;
            } else if (inside) {
                take_word(text.substr(begin, at - begin));
            }
            inside = letter;
            at += point.length;
        }
        if (inside) take_word(text.substr(begin));
    }
};

std::optional<std::string> by_words(const Census& census) {
    std::size_t best = 0;
    std::size_t second = 0;
    for (std::size_t i = 1; i < census.words.size(); ++i) {
        if (census.words[i] > census.words[best]) best = i;
    }
    for (std::size_t i = 0; i < census.words.size(); ++i) {
        if (i != best) second = std::max(second, census.words[i]);
    }
    const std::size_t hits = census.words[best];
    const bool enough = hits >= 4 && hits * 10 >= census.all_words;
    if (!enough || hits * 10 < second * 12) return std::nullopt;
    return std::string(common_words().languages[best]);
}

}  // namespace

std::optional<std::string> identify_language(std::string_view headline, std::string_view body) {
    Census census;
    census.take(headline.substr(0, 1024));
    census.take(body.substr(0, sample_size));
    const auto most = std::max_element(census.letters.begin(), census.letters.end());
    if (census.all_letters < 12 || *most * 2 < census.all_letters) return std::nullopt;
    const auto script = static_cast<std::size_t>(most - census.letters.begin());
    // Japanese is written in Han characters and kana.
    if (script == han && census.letters[kana] * 12 > census.letters[han]) return "ja";
    if (!scripts[script].tag.empty()) return std::string(scripts[script].tag);
    return by_words(census);
}

}  // namespace newsarc::parsing
