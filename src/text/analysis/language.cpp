#include "text/analysis/language.hpp"

#include <algorithm>
#include <array>

#include "text/load/cld2.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

constexpr std::size_t sample_size = 1200;  // bytes
constexpr std::size_t quick_sample = 400;

/// Of the text that a language must have for the first lines to tell it, in hundredths.
constexpr int sure_share = 95;

/// Letters and signs that a text must have at least, in bytes.
constexpr int least_text = 24;

/// Of the text that a language must have to be told where CLD2 is in doubt, in hundredths.
constexpr int least_share = 40;

/// Words that stand in every English text, and of which other languages have few.
constexpr std::array<std::string_view, 7> english_words{"and", "from", "of", "that", "the", "this", "with"};
constexpr std::size_t longest_english_word = 4;

/// True when all is ASCII but for dashes and quotes (General Punctuation, U+2000 to U+203F).
bool has_english_letters(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_ascii(text[at])) continue;
        if (text.substr(at, 2) != "\xE2\x80") return false;
        at += 2;
    }
    return true;
}

/// True for most texts in English.
bool is_surely_english(std::string_view text) {
    constexpr std::size_t least_words = 40;
    constexpr std::size_t least_different = 4;
    constexpr std::size_t one_in = 10;
    if (!has_english_letters(text)) return false;
    std::array<bool, english_words.size()> seen{};
    std::size_t words = 0, english = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::size_t begin = at;
        while (at < text.size() && is_ascii_alpha(text[at]))
            ++at;
        if (at == begin) continue;
        ++words;
        if (at - begin > longest_english_word) continue;
        const auto known = std::ranges::find(english_words, text.substr(begin, at - begin));
        if (known == english_words.end()) continue;
        ++english;
        seen[static_cast<std::size_t>(known - english_words.begin())] = true;
    }
    return words >= least_words && english * one_in >= words &&
           static_cast<std::size_t>(std::ranges::count(seen, true)) >= least_different;
}

/// Without the vowel marks of Hebrew and Arabic: of a text with all of them CLD2 knows no word.
std::string unpointed(std::string text) {
    constexpr std::string_view leads = "\xD6\xD7\xD9";  // the first bytes of the marks
    if (text.find_first_of(leads) == std::string::npos) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = code_point_at(text, at);
        const bool hebrew = point.value >= 0x0591 && point.value <= 0x05C7 && point.value != 0x05BE;
        const bool arabic = (point.value >= 0x064B && point.value <= 0x065F) || point.value == 0x0670;
        if (!hebrew && !arabic) out.append(text, at, point.length);
        at += point.length;
    }
    return out;
}

/// CLD2 has some tags of its own time.
std::string as_bcp47(std::string_view code) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> renamed{
        {{"iw", "he"}, {"jw", "jv"}, {"mo", "ro"}, {"sh", "sr"}}};
    for (const auto& [former, now] : renamed) {
        if (code == former) return std::string(now);
    }
    return std::string(code);
}

struct Found {
    std::optional<std::string> language;
    bool is_sure = false;
};

Found detect(std::string_view headline, std::string_view body, std::size_t size) {
    const std::string sample = unpointed(
        to_valid_utf8(std::string(beginning(headline, size)).append("\n").append(beginning(body, size))));
    std::array<CLD2::Language, 3> languages{};
    std::array<int, 3> percent{};
    int bytes = 0;
    bool reliable = false;
    const CLD2::Language language = Cld2::get().detect(sample.data(), static_cast<int>(sample.size()), true,
                                                       languages.data(), percent.data(), &bytes, &reliable);
    // CLD2 is in doubt where a language has near kin, as Russian has. Its answer holds nevertheless where it
    // names no other language for any of the text.
    const bool alone = percent[0] >= least_share && percent[1] == 0;
    if (!(reliable || alone) || language == CLD2::UNKNOWN_LANGUAGE || bytes < least_text) return {};
    return {as_bcp47(Cld2::get().code(language)), reliable && percent[0] >= sure_share};
}

}  // namespace

std::optional<std::string> identify_language(std::string_view headline, std::string_view body) {
    if (is_surely_english(beginning(body, sample_size))) return "en";
    // CLD2 takes longer than all else that is read of an article: of most the first lines tell.
    const Found quick = detect(headline, body, quick_sample);
    if (quick.is_sure || body.size() <= quick_sample) return quick.language;
    return detect(headline, body, sample_size).language;
}

}  // namespace newsarc::text
