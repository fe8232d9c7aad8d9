#include "text/analysis/light_stemmers.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "text/unicode/utf8.hpp"

namespace newsarc::text {
namespace {

std::size_t count_characters(std::string_view word) {
    return static_cast<std::size_t>(
        std::ranges::count_if(word, [](char c) { return !continues_character(c); }));
}

/// Takes off the first of these suffixes that leaves at least so many characters.
bool cut_suffix(std::string& word, std::initializer_list<std::string_view> suffixes, std::size_t least) {
    for (const std::string_view suffix : suffixes) {
        if (!word.ends_with(suffix)) continue;
        const std::string_view rest = std::string_view(word).substr(0, word.size() - suffix.size());
        if (count_characters(rest) < least) continue;
        word.resize(rest.size());
        return true;
    }
    return false;
}

bool cut_prefix(std::string& word, std::initializer_list<std::string_view> prefixes, std::size_t least) {
    for (const std::string_view prefix : prefixes) {
        if (!word.starts_with(prefix)) continue;
        if (count_characters(std::string_view(word).substr(prefix.size())) < least) continue;
        word.erase(0, prefix.size());
        return true;
    }
    return false;
}

/// light10 (Larkey, Ballesteros and Connell, Light Stemming for Arabic Information Retrieval, 2007), with
/// more of the joined prepositions.
void stem_arabic(std::string& word) {
    cut_prefix(word, {"و"}, 3);
    cut_prefix(word, {"ال", "بال", "كال", "فال", "لل", "وال"}, 2);
    for (const auto suffix : {"ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"})
        cut_suffix(word, {suffix}, 2);
}

/// Plural, indefinite and possessive endings; the prefix of verbs.
void stem_persian(std::string& word) {
    cut_suffix(word, {"هايي", "هاي", "ها"}, 2);
    cut_suffix(word, {"ترين", "تر"}, 3);
    cut_suffix(word, {"ات", "ان"}, 3);
    cut_suffix(word, {"ي"}, 3);
    cut_prefix(word, {"نمي", "مي"}, 3);
}

void stem_urdu(std::string& word) {
    if (!cut_suffix(word, {"يان", "يون", "ون", "ان", "ات", "ين"}, 2)) cut_suffix(word, {"ا", "ي", "ه"}, 2);
}

/// Endings of case, number and gender (after Ramanathan and Rao, A Lightweight Stemmer for Hindi, 2003).
void stem_hindi(std::string& word) {
    cut_suffix(word, {"ाओं", "ियों", "ियां", "ाएं", "ुओं", "ुएं", "ाते", "ाती", "ाता", "ाना", "ाने", "ानी",
                      "ेगी", "ेगा",  "ेंगे",   "ोगे", "ों", "ें",  "ीं",  "कर",  "ते",   "ती",  "ता", "ना",
                      "ने",  "नी",  "ां",   "े",   "ी", "ा", "ु",   "ू",    "ि",   "ो"},
               2);
}

/// Articles, cases and plurals joined to the word.
void stem_bengali(std::string& word) {
    cut_suffix(word,
               {"গুলোর", "গুলির", "গুলো", "গুলি", "দেরকে", "দের", "েরা", "রা", "টির", "টার", "টি", "টা", "খানা",
                "কে", "ের", "তে", "য়ের", "ে"},
               2);
}

void stem_marathi(std::string& word) {
    cut_suffix(word, {"ांच्या", "ामध्ये", "ांनी", "ांना", "ांमध्ये", "ांतील", "ातील", "ांचे", "ांची", "ांचा", "च्या",
                      "ाचे",   "ाची",  "ाचा", "ाने",  "ाला",  "ात",   "ून",    "ांत", "ा",   "े",    "ी"},
               2);
}

/// Linkers and plurals of nouns (after Bimba and others, Stemming Hausa text, 2016).
void stem_hausa(std::string& word) {
    cut_suffix(word, {"nsa", "nta", "rsa", "rta", "nsu", "rsu", "nmu", "rmu", "nku"}, 3);
    if (!cut_suffix(word, {"oyi", "ocin", "awa"}, 3)) cut_suffix(word, {"n", "r"}, 3);
}

/// Subjects, tenses and objects of verbs; classes of nouns are left.
void stem_swahili(std::string& word) {
    cut_suffix(word, {"ni"}, 4);
    if (cut_prefix(word, {"wali", "wame", "wana", "wata", "alik", "amek", "anak", "atak"}, 4)) return;
    cut_prefix(word, {"ali",  "ame",  "ana", "ata", "ili", "ime", "ina", "ita", "yali", "yame",
                      "yana", "kuta", "ku",  "ma",  "mi",  "wa",  "vi",  "ki",  "m",    "u"},
               4);
}

/// The letters of Amharic that sound alike made one, and the joined article, cases and prepositions taken
/// off.
void stem_amharic(std::string& word) {
    std::string out;
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = code_point_at(word, at);
        at += point.length;
        char32_t value = point.value;
        const auto row = [&](char32_t from, char32_t to) {
            if (value >= from && value < from + 7) value = to + (value - from);
        };
        row(0x1210, 0x1200);  // ሐ as ሀ
        row(0x1280, 0x1200);  // ኀ
        row(0x1220, 0x1230);  // ሠ as ሰ
        row(0x12D0, 0x12A0);  // ዐ as አ
        row(0x1340, 0x1338);  // ፀ as ጸ
        append(out, value);
    }
    word = std::move(out);
    cut_suffix(word, {"ዎችን", "ዎች", "ኦች", "ችን", "ዊ", "ውን", "ን", "ም", "ው", "ዋ"}, 2);
    cut_prefix(word, {"የ", "በ", "ለ", "ከ", "ስለ", "እንደ", "ወደ"}, 3);
}

/// The article, `and` and the commonest prepositions; endings of number and gender.
void stem_hebrew(std::string& word) {
    if (!cut_prefix(word, {"וה", "שה", "בה", "מה", "לה", "ה"}, 3)) cut_prefix(word, {"ו", "ב", "ל"}, 4);
    if (!cut_suffix(word, {"ימ", "ות"}, 2)) cut_suffix(word, {"ה", "י"}, 3);
}

/// The first five characters (Can and others, Information retrieval on Turkish texts, 2008): as good there as
/// stemmers that know the language, and better on headlines of news.
void stem_turkish(std::string& word) {
    constexpr std::size_t kept = 5;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < word.size(); at += code_point_at(word, at).length) {
        if (characters++ == kept) word.resize(at);
    }
}

struct Row {
    std::string_view language;
    LightStemmer stem;
};

constexpr std::array<Row, 12> stemmers{{
    {"am", stem_amharic},
    {"ar", stem_arabic},
    {"bn", stem_bengali},
    {"fa", stem_persian},
    {"ha", stem_hausa},
    {"he", stem_hebrew},
    {"hi", stem_hindi},
    {"iw", stem_hebrew},
    {"mr", stem_marathi},
    {"sw", stem_swahili},
    {"tr", stem_turkish},
    {"ur", stem_urdu},
}};

}  // namespace

LightStemmer light_stemmer(std::string_view language) {
    const auto row = std::ranges::find(stemmers, language, &Row::language);
    return row == stemmers.end() ? nullptr : row->stem;
}

}  // namespace newsarc::text
