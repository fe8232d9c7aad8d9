#include "text/byline.hpp"

#include <algorithm>
#include <array>

#include "text/lexicon/lexicon.hpp"
#include "text/unicode/fold.hpp"

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
    std::string out;
    for (std::size_t i = from; i < to; ++i)
        out += (i == from ? "" : " ") + words[i];
    return out;
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

}  // namespace newsarc::text
