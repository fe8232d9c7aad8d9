#include "text/analysis/analyser.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/analysis/fold_word.hpp"
#include "text/analysis/stemmer.hpp"
#include "text/analysis/word_parts.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::text {
namespace {

/// By Analysis, from plain_analysis on. Only ever added to: archives keep the numbers.
constexpr std::array<std::string_view, 58> languages{
    "en", "am", "ar", "bn", "bs", "ca", "da", "de", "el", "es", "eu", "fa",  "fi", "fr",  "ga",
    "ha", "he", "hi", "hr", "hu", "hy", "id", "it", "lt", "mr", "ms", "nb",  "ne", "nl",  "nn",
    "no", "pt", "ro", "ru", "sr", "sv", "sw", "ta", "tr", "ur", "lg", "ln",  "nd", "nso", "ny",
    "om", "rn", "rw", "sn", "so", "sq", "st", "ti", "tn", "xh", "zu", "und", "vi"};

/// The analysis of all other languages.
constexpr std::size_t other = 56;
static_assert(languages[other] == "und");

/// Words that are remembered, so that the common ones are stemmed once.
constexpr std::size_t most_remembered = 1U << 15U;

struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
};

}  // namespace

Analysis analysis_of(std::string_view language) {
    if (language.empty()) return plain_analysis;
    const auto row = std::ranges::find(languages, language.substr(0, language.find('-')));
    const auto number = static_cast<std::size_t>(row - languages.begin());
    return static_cast<Analysis>(plain_analysis + (row == languages.end() ? other : number));
}

std::string_view language_of(Analysis analysis) {
    return languages.at(analysis - std::size_t{plain_analysis});
}

std::size_t end_of_analyses() {
    return plain_analysis + languages.size();
}

std::string closed_term(std::string term) {
    if (!term.empty() && term.back() >= 'a' && term.back() <= 'z') term += end_of_term;
    return term;
}

std::string acronym_term(std::string_view letters, bool dotted) {
    // Letters of their own: a word in small letters is never the term of an acronym.
    return fold_word(letters) + (dotted ? "\u02BA" : "\u02B9");
}

struct Analyser::State {
    explicit State(Analysis analysis)
        : stemmer(language_of(analysis)), parts(analysis), syllables(analysis == analysis_of("vi")) {}

    struct Known {
        std::string term;
        std::string written;  ///< its part, where accents tell words apart
    };

    const Known& known(std::string_view word) {
        if (const auto found = remembered.find(word); found != remembered.end()) return found->second;
        if (remembered.size() >= most_remembered) remembered.clear();
        Known made{closed_term(stemmer.stem(word)), {}};
        if (syllables && !made.term.empty()) made.written = written_part(word);
        return remembered.emplace(word, std::move(made)).first->second;
    }

    Stemmer stemmer;
    LetterParts parts;
    bool syllables;  ///< are the words, which accents tell apart
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
    const State::Known& known = state_->known(word);
    if (!known.written.empty()) return {{known.written, known.written}};
    return state_->parts.of(known.term);
}

std::string Analyser::terms(const TextWords& text) const {
    std::string out;
    out.reserve(text.text.size() * 2);
    analyse(text.text, text.words, [&](std::string_view term, std::size_t, std::size_t) {
        if (!out.empty()) out += ' ';
        out += term;
    });
    for (const Word& word : text.words) {
        if (word.kind != WordKind::plain) continue;
        const auto& known = state_->known(text.text.substr(word.begin, word.end - word.begin));
        if (known.written.empty()) break;
        out.append(" ").append(known.written);
    }
    return out;
}

}  // namespace newsarc::text
