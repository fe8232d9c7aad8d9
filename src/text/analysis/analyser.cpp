#include "text/analysis/analyser.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/analysis/fold_word.hpp"
#include "text/analysis/stemmer.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::text {
namespace {

/// By Analysis, from plain_analysis on. Only ever added to: archives keep the numbers.
constexpr std::array<std::string_view, 57> languages{
    "en", "am", "ar", "bn", "bs", "ca", "da", "de", "el", "es", "eu", "fa", "fi", "fr",  "ga",
    "ha", "he", "hi", "hr", "hu", "hy", "id", "it", "lt", "mr", "ms", "nb", "ne", "nl",  "nn",
    "no", "pt", "ro", "ru", "sr", "sv", "sw", "ta", "tr", "ur", "lg", "ln", "nd", "nso", "ny",
    "om", "rn", "rw", "sn", "so", "sq", "st", "ti", "tn", "xh", "zu", "und"};

/// Languages in which words change at one end, and that have no stemmer here.
struct Parts {
    std::string_view language;
    bool beginning;
    bool end;
};

constexpr std::array<Parts, 17> part_rules{{
    {"lg", false, true},
    {"ln", false, true},
    {"nd", false, true},
    {"nso", false, true},
    {"ny", false, true},
    {"om", true, false},
    {"rn", false, true},
    {"rw", false, true},
    {"sn", false, true},
    {"so", true, false},
    {"sq", true, false},
    {"st", false, true},
    {"sw", false, true},
    {"ti", true, false},
    {"tn", false, true},
    {"xh", false, true},
    {"zu", false, true},
}};

/// Characters of a part; a word of no more has none.
constexpr std::size_t part_length = 5;

/// Letters that end the terms of parts.
constexpr std::string_view beginning_mark = "\u02CA";
constexpr std::string_view end_mark = "\u02CB";

/// Where the characters of a folded word begin.
std::vector<std::size_t> boundaries(std::string_view word) {
    std::vector<std::size_t> out;
    for (std::size_t at = 0; at < word.size(); ++at) {
        if ((static_cast<unsigned char>(word[at]) & 0xC0U) != 0x80U) out.push_back(at);
    }
    return out;
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

bool has_rules(Analysis analysis) {
    return language_of(analysis) != languages.back();
}

std::string acronym_term(std::string_view letters, bool dotted) {
    // Letters of their own: a word in small letters is never the term of an acronym.
    return fold_word(letters) + (dotted ? "\u02BA" : "\u02B9");
}

struct Analyser::State {
    explicit State(Analysis analysis) : stemmer(language_of(analysis)) {
        const auto rule = std::ranges::find(part_rules, language_of(analysis), &Parts::language);
        if (rule != part_rules.end()) parts = *rule;
    }

    Stemmer stemmer;
    Parts parts{};
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> remembered;
};

Analyser::Analyser(Analysis analysis) : state_(std::make_unique<State>(analysis)) {}
Analyser::Analyser(Analyser&&) noexcept = default;
Analyser& Analyser::operator=(Analyser&&) noexcept = default;
Analyser::~Analyser() = default;

const std::string& Analyser::term(std::string_view word) const {
    auto& remembered = state_->remembered;
    if (const auto known = remembered.find(word); known != remembered.end()) return known->second;
    if (remembered.size() >= most_remembered) remembered.clear();
    std::string term = state_->stemmer.stem(word);
    if (!term.empty() && term.back() >= 'a' && term.back() <= 'z') term += end_of_term;
    return remembered.emplace(word, std::move(term)).first->second;
}

void Analyser::analyse(std::string_view text, const Visit& visit) const {
    const std::vector<Word> words = text::words(text);
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

std::vector<std::string> Analyser::parts(std::string_view word) const {
    std::vector<std::string> out;
    if (!state_->parts.beginning && !state_->parts.end) return out;
    const std::string folded = fold_word(word);
    const std::vector<std::size_t> starts = boundaries(folded);
    if (starts.size() <= part_length) return out;
    if (state_->parts.beginning) out.push_back(folded.substr(0, starts[part_length]).append(beginning_mark));
    if (state_->parts.end) out.push_back(folded.substr(starts[starts.size() - part_length]).append(end_mark));
    return out;
}

std::string Analyser::terms(std::string_view text) const {
    std::string out;
    out.reserve(text.size());
    std::string behind;
    analyse(text, [&](std::string_view term, std::size_t begin, std::size_t end) {
        if (!out.empty()) out += ' ';
        out += term;
        for (const std::string& part : parts(text.substr(begin, end - begin)))
            behind.append(" ").append(part);
    });
    return out + behind;
}

}  // namespace newsarc::text
