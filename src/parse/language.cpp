#include "parse/language.hpp"

#include "parse/line/scan.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

namespace newsarc::parsing {
namespace {

constexpr std::size_t sample_size = 1200;  // bytes

/// A script that one language in news writes, or that `words` below tell apart (tag empty).
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

struct CommonWords {
    std::string_view tag;
    std::string_view words;
};

/// Words that few texts of the language lack and few of its neighbours have.
constexpr CommonWords common_words[] = {
    {"en",
     "the of and to in is that for was with on as are by from have has this his said will not but were "
     "which their been an"},
    {"es",
     "de la que el en y los se del las por un para con no una su al lo como más pero sus ha este fue según "
     "también"},
    {"fr",
     "de la le et les des en un du une que est dans qui par pour au il sur plus ne pas avec ce sont cette "
     "aux "
     "été"},
    {"de",
     "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus "
     "hat wird nach"},
    {"pt",
     "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das são "
     "também segundo"},
    {"it",
     "di e il la che in un a per è una sono del con non si i della le ha dei da al nel più alla anche come "
     "gli"},
    {"nl",
     "de van het een en in is dat op te zijn met voor niet aan er om ook als bij door naar heeft worden uit "
     "hij maar"},
    {"sv", "och i att det som en på är av för med till den har de inte om ett han var men jag sig från vi"},
    {"da", "og i at det er en til af på for med som den de har ikke der var et han men vi fra blev"},
    {"pl", "w i na z się do nie że to jest o jak po przez co za od dla był oraz tym są ale"},
    {"tr", "ve bir bu da de için ile olarak çok daha gibi olan kadar sonra ise olduğu en ne"},
    {"id",
     "yang dan di dengan untuk dari pada ini dalam tidak itu akan juga ke karena oleh kata adalah telah"},
    {"vi", "và của là có cho trong được các không với người này một những đã khi tại"},
    {"ru", "и в не на что с по как это он из для но за к был его от их также после"},
    {"uk", "і в не на що з та як це він до для але за його від їх також після у про"},
    {"bg", "и на за се от да в не че са по с като е ще това при който"},
    {"ar", "في من على إلى أن التي الذي عن مع هذا هذه كما بعد قال ما لا كان"},
    {"fa", "و در به از که این را با است برای آن یک خود تا کرد شده"},
    {"ur", "کے کی میں ہے سے کا کو اور نے پر کہ ہیں بھی تھا"},
};

/// A word of at most eight bytes as a number, lower case; common words are short.
std::optional<std::uint64_t> key_of(std::string_view word) {
    if (word.size() > sizeof(std::uint64_t)) return std::nullopt;
    std::uint64_t key = 0;
    for (const char c : word)
        key = key << 8U | static_cast<unsigned char>(ascii_lower(c));
    return key;
}

/// For each common word, the languages it is common in, a bit each.
const std::unordered_map<std::uint64_t, std::uint32_t>& word_index() {
    static const auto index = [] {
        std::unordered_map<std::uint64_t, std::uint32_t> made;
        std::uint32_t bit = 1;
        for (const CommonWords& row : common_words) {
            std::string_view rest = row.words;
            while (!rest.empty()) {
                const std::string_view word = rest.substr(0, rest.find(' '));
                if (const auto key = key_of(word)) made[*key] |= bit;
                rest.remove_prefix(std::min(rest.size(), word.size() + 1));
            }
            bit <<= 1U;
        }
        return made;
    }();
    return index;
}

struct Census {
    std::array<std::size_t, std::size(scripts)> letters{};
    std::array<std::size_t, std::size(common_words)> words{};
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
        const auto key = key_of(word);
        const auto found = key ? word_index().find(*key) : word_index().end();
        if (found == word_index().end()) return;
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
    return std::string(common_words[best].tag);
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
