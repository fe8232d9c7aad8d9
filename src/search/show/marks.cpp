#include "search/show/marks.hpp"

#include <algorithm>

#include "text/unicode/ascii.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

struct Token {
    std::string stem;
    Range range;
};

bool matches(const std::vector<Token>& tokens, std::size_t at, const std::vector<std::string>& stems) {
    if (at + stems.size() > tokens.size()) return false;
    for (std::size_t i = 0; i < stems.size(); ++i) {
        if (tokens[at + i].stem != stems[i]) return false;
    }
    return true;
}

}  // namespace

Marker::Marker(std::span<const Term> terms, const store::Analyses& analyses)
    : terms_(terms), analyses_(analyses) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].weight <= 0) continue;
        if (terms[i].characters) {
            characters_.push_back(i);
            continue;
        }
        for (std::size_t k = 0; k < terms[i].spellings.size(); ++k) {
            const auto& stems = terms[i].spellings[k].stems;
            const bool prefix = terms[i].prefix && k == 0 && stems.size() == 1;
            has_further_ = has_further_ || !std::ranges::all_of(stems[0], text::is_ascii);
            (prefix ? prefixes_ : by_first_stem_[stems[0]]).push_back({stems, i});
        }
    }
}

std::vector<Mark> Marker::find(std::string_view text, text::Analysis analysis) const {
    std::vector<Mark> out;
    find_words(text, analysis, out);
    find_characters(text, out);
    if (has_further_ && analysis == text::stock_analysis) find_further(text, out);
    std::ranges::sort(out, [](const Mark& a, const Mark& b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.term < b.term;
    });
    return out;
}

void Marker::find_words(std::string_view text, text::Analysis analysis, std::vector<Mark>& out) const {
    if (by_first_stem_.empty() && prefixes_.empty()) return;
    std::vector<Token> tokens;
    const auto add = [&](std::string_view stem, std::size_t begin, std::size_t end) {
        tokens.push_back({std::string(stem), {begin, end}});
        return true;
    };
    if (analysis == text::stock_analysis) {
        analyses_.tokenizer().tokenize(text, add);
    } else {
        analyses_.analyser(analysis).analyse(text, add);
    }
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        for (const Sequence& prefix : prefixes_) {
            if (tokens[i].stem.starts_with(prefix.stems[0])) out.push_back({tokens[i].range, prefix.term});
        }
        const auto sequences = by_first_stem_.find(tokens[i].stem);
        if (sequences == by_first_stem_.end()) continue;
        for (const Sequence& sequence : sequences->second) {
            if (!matches(tokens, i, sequence.stems)) continue;
            const std::size_t last = i + sequence.stems.size() - 1;
            out.push_back({{tokens[i].range.begin, tokens[last].range.end}, sequence.term});
        }
    }
}

void Marker::find_characters(std::string_view text, std::vector<Mark>& out) const {
    for (const std::size_t term : characters_) {
        const std::string& wanted = terms_[term].text;
        for (std::size_t at = text.find(wanted); at != std::string_view::npos;
             at = text.find(wanted, at + 1)) {
            out.push_back({{at, at + wanted.size()}, term});
        }
    }
}

/// What is indexed beside a text: acronyms and units.
void Marker::find_further(std::string_view text, std::vector<Mark>& out) const {
    const auto words = text::words(text);
    const auto add = [&](const std::string& term, std::size_t begin, std::size_t end) {
        const auto sequences = by_first_stem_.find(term);
        if (sequences == by_first_stem_.end()) return;
        for (const Sequence& sequence : sequences->second) {
            if (sequence.stems.size() == 1) out.push_back({{begin, end}, sequence.term});
        }
    };
    for (const text::Word& word : words) {
        if (word.kind == text::WordKind::acronym) add(text::terms_of(text, word)[0], word.begin, word.end);
    }
    for (const text::Unit& unit : text::units(text, words))
        add(text::unit_term(text, words, unit), unit.begin, unit.end);
}

std::vector<Range> ranges(std::span<const Mark> marks) {
    std::vector<Range> out;
    for (const Mark& mark : marks) {
        if (!out.empty() && mark.range.begin <= out.back().end) {
            out.back().end = std::max(out.back().end, mark.range.end);
        } else {
            out.push_back(mark.range);
        }
    }
    return out;
}

}  // namespace newsarc::search
