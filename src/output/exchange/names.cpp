#include "output/exchange/names.hpp"

#include <algorithm>
#include <array>

#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::output {
namespace {

using Words = std::vector<std::string>;

/// More words than a person has names.
constexpr std::size_t most_words = 6;

constexpr std::array<std::string_view, 10> words_for_and{"and", "&",  "und", "et", "y",
                                                         "e",   "en", "och", "og", "и"};
constexpr std::array<std::string_view, 8> suffixes{"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd"};

/// Words, folded, that no person is called by.
constexpr std::array<std::string_view, 26> words_of_organisations{
    "agencies",  "agency",  "associated", "board",     "bureau",        "correspondent", "correspondents",
    "desk",      "editor",  "editorial",  "editors",   "international", "magazine",      "network",
    "news",      "online",  "press",      "redaccion", "redaction",     "redaktion",     "reporter",
    "reporters", "service", "staff",      "team",      "wire"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& known, std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

Words words_of(std::string_view text) {
    const std::string squeezed = text::squeeze(text);
    Words out;
    for (std::size_t at = 0; at < squeezed.size();) {
        const std::size_t end = std::min(squeezed.find(' ', at), squeezed.size());
        out.push_back(squeezed.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (i == from ? "" : " ") + words[i];
    return out;
}

std::vector<std::string> cut_at(std::string_view text, std::string_view marks) {
    std::vector<std::string> out;
    while (true) {
        const std::size_t end = text.find_first_of(marks);
        std::string piece = text::squeeze(text.substr(0, end));
        if (!piece.empty()) out.push_back(std::move(piece));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

/// `Ana Ruiz y Juan Gil` are two, `José Ortega y Gasset` is one: both sides need two words, where the
/// word is not one that stands in no name.
std::vector<std::string> cut_at_and(const std::string& text) {
    std::vector<std::string> out;
    const Words words = words_of(text);
    std::size_t from = 0;
    for (std::size_t i = 1; i + 1 < words.size(); ++i) {
        if (!is_among(words_for_and, text::fold(words[i]))) continue;
        const bool sure = words[i] == "and" || words[i] == "&";
        if (i == from || (!sure && (i - from < 2 || words.size() - i - 1 < 2))) continue;
        out.push_back(joined(words, from, i));
        from = i + 1;
    }
    const bool led_by_and = from < words.size() && (words[from] == "and" || words[from] == "&");
    out.push_back(joined(words, led_by_and ? from + 1 : from, words.size()));
    return out;
}

/// Words, folded, that begin a family name when they are written with a capital: `St. Clair`.
constexpr std::array<std::string_view, 20> family_words{"abu",   "al", "bin", "da",  "de",  "del", "den",
                                                        "der",   "di", "dos", "el",  "ibn", "la",  "le",
                                                        "saint", "st", "st.", "ter", "van", "von"};

bool begins_in_lower_case(const std::string& word) {
    return word.front() >= 'a' && word.front() <= 'z';
}

bool is_written_without_blanks(std::string_view text) {
    return !text.empty() && text::is_ideograph(text::code_point_at(text, 0).value);
}

bool is_no_person(const Words& words) {
    if (words.size() > most_words || is_written_without_blanks(words.front())) return true;
    return std::any_of(words.begin(), words.end(), [](const std::string& word) {
        return word.find_first_of("0123456789@/()[]:") != std::string::npos ||
               is_among(words_of_organisations, text::fold(word));
    });
}

Name name_of(const std::string& text) {
    Words words = words_of(text);
    Name out;
    if (words.size() > 2 && is_among(suffixes, text::fold(words.back()))) {
        out.suffix = words.back();
        words.pop_back();
    }
    if (words.size() < 2 || is_no_person(words)) return {.literal = text};
    std::size_t family = words.size() - 1;
    while (family > 1 && !begins_in_lower_case(words[family - 1]) &&
           is_among(family_words, text::fold(words[family - 1])))
        --family;
    std::size_t particle = family;
    while (particle > 1 && begins_in_lower_case(words[particle - 1]))
        --particle;
    out.given = joined(words, 0, particle);
    out.particle = joined(words, particle, family);
    out.family = joined(words, family, words.size());
    return out;
}

}  // namespace

std::vector<Name> split_byline(std::string_view byline) {
    std::vector<Name> out;
    for (const std::string& group : cut_at(byline, ";")) {
        std::vector<std::string> pieces = cut_at(group, ",");
        // `Roe, Jane`
        if (pieces.size() == 2 && words_of(pieces[0]).size() == 1 && words_of(pieces[1]).size() == 1) {
            out.push_back({.given = pieces[1], .family = pieces[0]});
            continue;
        }
        for (const std::string& piece : pieces) {
            if (!out.empty() && out.back().suffix.empty() && is_among(suffixes, text::fold(piece))) {
                out.back().suffix = piece;
                continue;
            }
            for (const std::string& one : cut_at_and(piece)) {
                if (!one.empty()) out.push_back(name_of(one));
            }
        }
    }
    return out;
}

std::string inverted(const Name& name) {
    if (!name.literal.empty()) return name.literal;
    std::string out = name.particle.empty() ? name.family : name.particle + " " + name.family;
    if (!name.given.empty()) out += ", " + name.given;
    if (!name.suffix.empty()) out += ", " + name.suffix;
    return out;
}

}  // namespace newsarc::output
