#include "text/analysis/analyser.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/analysis/fold_word.hpp"
#include "text/analysis/stemmer.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::text {
namespace {

/// By Analysis, from plain_analysis on. Only ever added to: archives keep the numbers.
constexpr std::array<std::string_view, 57> languages{
    "en", "am", "ar", "bn", "bs", "ca", "da", "de", "el", "es", "eu", "fa", "fi", "fr",  "ga",
    "ha", "he", "hi", "hr", "hu", "hy", "id", "it", "lt", "mr", "ms", "nb", "ne", "nl",  "nn",
    "no", "pt", "ro", "ru", "sr", "sv", "sw", "ta", "tr", "ur", "lg", "ln", "nd", "nso", "ny",
    "om", "rn", "rw", "sn", "so", "sq", "st", "ti", "tn", "xh", "zu", "und"};

/// Languages whose words change at their beginnings: the classes of nouns and subjects of verbs of Bantu.
constexpr std::array<std::string_view, 13> change_in_front{"lg", "ln", "nd", "nso", "ny", "rn", "rw",
                                                           "sn", "st", "sw", "tn",  "xh", "zu"};

/// Characters of a part.
constexpr std::size_t part_length = 5;

/// Letters that end the terms of parts.
constexpr std::string_view beginning_mark = "\u02CA";
constexpr std::string_view end_mark = "\u02CB";

std::string first_characters(const std::string& word, std::size_t count) {
    std::size_t end = 0;
    for (; end < word.size() && count > 0; --count)
        end += code_point_at(word, end).length;
    return word.substr(0, end);
}

std::string last_characters(const std::string& word, std::size_t count) {
    std::size_t begin = word.size();
    for (; begin > 0 && count > 0; --count) {
        do
            --begin;
        while (begin > 0 && (static_cast<unsigned char>(word[begin]) & 0xC0U) == 0x80U);
    }
    return word.substr(begin);
}

/// A term of words that the stock tokenizer would stem once more is closed.
std::string closed(std::string term) {
    if (!term.empty() && term.back() >= 'a' && term.back() <= 'z') term += end_of_term;
    return term;
}

/// Words that are remembered, so that the common ones are stemmed once.
constexpr std::size_t most_remembered = 1U << 15U;

struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
};

}  // namespace

Analysis analysis_of(std::string_view language) {
    if (language.empty()) return plain_analysis;
    const auto row = std::ranges::find(languages, language.substr(0, language.find('-')));
    return static_cast<Analysis>(plain_analysis + (std::min(row, languages.end() - 1) - languages.begin()));
}

std::string_view language_of(Analysis analysis) {
    return languages.at(analysis - std::size_t{plain_analysis});
}

std::size_t end_of_analyses() {
    return plain_analysis + languages.size();
}

std::string acronym_term(std::string_view letters, bool dotted) {
    // Letters of their own: a word in small letters is never the term of an acronym.
    return fold_word(letters) + (dotted ? "\u02BA" : "\u02B9");
}

bool is_part(std::string_view term) {
    return term.ends_with(beginning_mark) || term.ends_with(end_mark);
}

struct Analyser::State {
    explicit State(Analysis analysis) : stemmer(language_of(analysis)) {
        const std::string_view language = language_of(analysis);
        const bool front = std::ranges::find(change_in_front, language) != change_in_front.end();
        beginnings = analysis != plain_analysis && !front;
        ends = front || language == languages.back();
    }

    struct Known {
        std::string term;
        std::string parts;  ///< that are indexed, a blank before each
    };

    [[nodiscard]] std::vector<Part> parts(const std::string& folded) const {
        std::vector<Part> out;
        const auto add = [&](std::string part, std::string_view mark) {
            out.push_back({part + std::string(mark), closed(part)});
        };
        if (beginnings) add(first_characters(folded, part_length), beginning_mark);
        if (ends) add(last_characters(folded, part_length), end_mark);
        return out;
    }

    const Known& known(std::string_view word) {
        if (const auto found = remembered.find(word); found != remembered.end()) return found->second;
        if (remembered.size() >= most_remembered) remembered.clear();
        Known made{closed(stemmer.stem(word)), {}};
        if (!made.term.empty() && (beginnings || ends)) {
            for (const Part& part : parts(fold_word(word))) {
                if (part.word != made.term) made.parts.append(" ").append(part.term);
            }
        }
        return remembered.emplace(word, std::move(made)).first->second;
    }

    Stemmer stemmer;
    bool beginnings = false;
    bool ends = false;
    std::unordered_map<std::string, Known, Hash, std::equal_to<>> remembered;
};

Analyser::Analyser(Analysis analysis) : state_(std::make_unique<State>(analysis)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

const std::string& Analyser::term(std::string_view word) const {
    return state_->known(word).term;
}

void Analyser::analyse(std::string_view text, const Visit& visit) const {
    analyse(text, text::words(text), visit);
}

void Analyser::analyse(std::string_view text, const std::vector<Word>& words, const Visit& visit) const {
    const std::vector<Unit> units = text::units(text, words);
    auto unit = units.begin();
    for (std::size_t i = 0; i < words.size(); ++i) {
        const Word& word = words[i];
        if (word.kind == WordKind::plain) {
            const std::string& found = term(text.substr(word.begin, word.end - word.begin));
            if (!found.empty()) visit(found, word.begin, word.end);
        } else {
            for (const std::string& found : closed_terms_of(text, word))
                visit(found, word.begin, word.end);
        }
        for (; unit != units.end() && unit->last == i; ++unit)
            visit(unit_term(text, words, *unit), unit->begin, unit->end);
    }
}

std::vector<Part> Analyser::parts(std::string_view word) const {
    const std::string folded = fold_word(word);
    if (folded.empty()) return {};
    return state_->parts(folded);
}

std::string Analyser::terms(std::string_view text) const {
    std::string out;
    out.reserve(text.size() * 2);
    const std::vector<Word> words = text::words(text);
    analyse(text, words, [&](std::string_view term, std::size_t, std::size_t) {
        if (!out.empty()) out += ' ';
        out += term;
    });
    if (!state_->beginnings && !state_->ends) return out;
    for (const Word& word : words) {
        if (word.kind == WordKind::plain)
            out += state_->known(text.substr(word.begin, word.end - word.begin)).parts;
    }
    return out;
}

}  // namespace newsarc::text
