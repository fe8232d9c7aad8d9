#include "text/byline.hpp"

#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace newsarc::text {
namespace {

using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 10> words_for_and{"and", "&",  "und", "et", "y",
                                                         "e",   "en", "och", "og", "и"};

/// Behind one of these a place or an outlet stands, when it begins with a capital.
constexpr std::array<std::string_view, 6> words_for_where{"in", "for", "at", "from", "à", "aus"};

constexpr std::array<std::string_view, 7> generations{"jr", "sr", "ii", "iii", "iv", "jnr", "snr"};

/// Without their full stops.
constexpr std::array<std::string_view, 19> degrees{"phd", "md",  "ma",  "msc", "mba", "bsc",   "jd",
                                                   "llm", "mph", "esq", "rn",  "dds", "dphil", "mphil",
                                                   "mp",  "cpa", "mbe", "obe", "cbe"};

template <std::size_t N>
bool is_among(const std::array<std::string_view, N>& known, std::string_view word) {
    return std::find(known.begin(), known.end(), word) != known.end();
}

Words words_of(std::string_view text) {
    const std::string squeezed = squeeze(text);
    Words out;
    for (std::size_t at = 0; at < squeezed.size();) {
        const std::size_t end = std::min(squeezed.find(' ', at), squeezed.size());
        out.push_back(squeezed.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string joined(const Words& words, std::size_t from, std::size_t to) {
    return text::joined(std::span(words).subspan(from, to - from), " ");
}

std::vector<std::string> cut_at(std::string_view text, std::string_view marks) {
    std::vector<std::string> out;
    while (true) {
        const std::size_t end = text.find_first_of(marks);
        std::string piece = squeeze(text.substr(0, end));
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
        if (!is_among(words_for_and, fold(words[i]))) continue;
        const bool sure = words[i] == "and" || words[i] == "&";
        // `Ministry of Health and Social Affairs` signs as one.
        if (is_organisation(joined(words, from, i))) continue;
        if (i == from || (!sure && (i - from < 2 || words.size() - i - 1 < 2))) continue;
        out.push_back(joined(words, from, i));
        from = i + 1;
    }
    const bool led_by_and = from < words.size() && (words[from] == "and" || words[from] == "&");
    out.push_back(joined(words, led_by_and ? from + 1 : from, words.size()));
    return out;
}

/// `Jane Roe in Paris`, `Jane Roe for Reuters`: the name alone.
std::string without_where(const std::string& text) {
    const Words words = words_of(text);
    for (std::size_t i = 2; i + 1 < words.size(); ++i) {
        const bool capital = words[i + 1].front() < 'a' || words[i + 1].front() > 'z';
        if (is_among(words_for_where, fold(words[i])) && (capital || words[i + 1] == "the"))
            return joined(words, 0, i);
    }
    return text;
}

/// More words than a person has names.
constexpr std::size_t most_words = 6;

/// Titles, folded and without full stops, that citations leave out.
constexpr std::array<std::string_view, 12> titles{"dr",   "prof", "professor", "mr",  "mrs",  "ms",
                                                  "miss", "herr", "frau",      "sir", "dame", "rev"};

/// Words, folded, that begin a family name when they are written with a capital: `St. Clair`.
constexpr std::array<std::string_view, 22> family_words{
    "abu", "al", "bin", "da", "de", "del",   "den", "des", "du",  "der", "di",
    "dos", "el", "ibn", "la", "le", "saint", "st",  "st.", "ter", "van", "von"};

bool begins_in_lower_case(const std::string& word) {
    return word.front() >= 'a' && word.front() <= 'z';
}

bool is_written_without_blanks(std::string_view text) {
    return !text.empty() && is_ideograph(code_point_at(text, 0).value);
}

bool is_no_person(std::string_view text, const Words& words) {
    if (words.size() > most_words || is_written_without_blanks(words.front())) return true;
    return text.find_first_of("0123456789@/()[]:") != std::string_view::npos || is_organisation(text);
}

bool is_title(const std::string& word) {
    std::string plain = fold(word);
    if (plain.ends_with('.')) plain.pop_back();
    return is_among(titles, plain);
}

std::string without_stops(std::string_view word) {
    std::string out = fold(word);
    std::erase(out, '.');
    return out;
}

}  // namespace

std::vector<std::string> names_in_byline(std::string_view byline) {
    std::vector<std::string> out;
    for (const std::string& group : cut_at(byline, ";")) {
        const std::vector<std::string> pieces = cut_at(group, ",");
        // `Roe, Jane`
        if (pieces.size() == 2 && words_of(pieces[0]).size() == 1 && words_of(pieces[1]).size() == 1 &&
            !is_degree(pieces[1]) && !is_generation(pieces[1])) {
            out.push_back(pieces[0] + ", " + pieces[1]);
            continue;
        }
        for (const std::string& piece : pieces) {
            if (!out.empty() && (is_generation(piece) || is_degree(piece))) {
                out.back() += ", " + piece;
                continue;
            }
            for (const std::string& one : cut_at_and(piece)) {
                if (!one.empty()) out.push_back(without_where(one));
            }
        }
    }
    return out;
}

bool is_organisation(std::string_view name) {
    static const WordList words("organisation");
    return std::ranges::any_of(cut_at(name, " -/"),
                               [](const std::string& piece) { return words.holds(fold(piece)); });
}

bool is_generation(std::string_view word) {
    return is_among(generations, without_stops(word));
}

bool is_degree(std::string_view word) {
    return is_among(degrees, without_stops(word));
}

Name split_name(std::string_view text) {
    Name out;
    std::string names(text);
    // `Roe, Jane` and `Jane Roe, Jr.`
    if (const std::size_t comma = names.find(','); comma != std::string::npos) {
        const std::string behind = squeeze(std::string_view(names).substr(comma + 1));
        names.resize(comma);
        if (is_generation(behind)) {
            out.suffix = behind;
        } else if (!behind.empty() && behind.find(',') == std::string::npos && !is_degree(behind)) {
            return {.given = behind, .family = names};
        }
    }
    Words words = words_of(names);
    while (words.size() > 2 && is_title(words.front()))
        words.erase(words.begin());
    while (words.size() > 2 && (is_degree(words.back()) || is_generation(words.back()))) {
        if (is_generation(words.back())) out.suffix = words.back();
        words.pop_back();
    }
    if (words.size() < 2 || is_no_person(names, words)) return {.literal = std::string(text)};
    std::size_t family = words.size() - 1;
    while (family > 1 && !begins_in_lower_case(words[family - 1]) &&
           is_among(family_words, fold(words[family - 1])))
        --family;
    std::size_t particle = family;
    while (particle > 1 && begins_in_lower_case(words[particle - 1]))
        --particle;
    out.given = joined(words, 0, particle);
    out.particle = joined(words, particle, family);
    out.family = joined(words, family, words.size());
    return out;
}

}  // namespace newsarc::text
