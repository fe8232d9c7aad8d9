#include "search/show/marks.hpp"

#include <algorithm>
#include <optional>

#include "search/plan/homographs.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {

Marker::Marker(std::span<const Term> terms, const store::Analyses& analyses)
    : terms_(terms),
      analyses_(analyses),
      stems_(analyses.tokenizer(), store::StemReader::Numbered::asked_for) {
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (terms[i].weight <= 0) continue;
        if (terms[i].characters) {
            characters_.push_back(i);
            continue;
        }
        for (std::size_t k = 0; k < terms[i].spellings.size(); ++k) {
            const auto& stems = terms[i].spellings[k].stems;
            has_further_ = has_further_ || !std::ranges::all_of(stems[0], text::is_ascii);
            if (terms[i].prefix && k == 0 && stems.size() == 1) {
                prefixes_.push_back({stems[0], i});
                continue;
            }
            Sequence sequence{{}, i};
            if (const auto& kinds = terms[i].spellings[k].kinds; !kinds.empty()) sequence.kinds = &kinds;
            for (const std::string& stem : stems)
                sequence.stems.push_back(stems_.number(stem));
            by_first_stem_.resize(stems_.size());
            by_first_stem_[sequence.stems[0]].push_back(std::move(sequence));
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
    std::vector<std::uint32_t> stems;
    std::vector<Range> words;
    const auto add = [&](std::uint32_t number, std::string_view stem, const Range& range) {
        stems.push_back(number);
        words.push_back(range);
        for (const Prefix& prefix : prefixes_) {
            if (stem.starts_with(prefix.stem)) out.push_back({range, prefix.term});
        }
    };
    if (analysis == text::stock_analysis) {
        stems_.read(text, [&](const store::StemReader::Word& word, std::size_t begin) {
            add(word.number, word.stem, {begin + word.begin, begin + word.end});
        });
    } else {
        analyses_.analyser(analysis).analyse(text,
                                             [&](std::string_view stem, std::size_t begin, std::size_t end) {
                                                 add(stems_.find(stem), stem, {begin, end});
                                             });
    }
    std::optional<AcronymPlaces> acronyms;
    const auto is_written = [&](const std::vector<Homograph>& kinds, std::size_t first) {
        if (!acronyms) acronyms.emplace(text);
        for (std::size_t k = 0; k < kinds.size(); ++k) {
            if (!acronyms->fits(kinds[k], words[first + k].begin)) return false;
        }
        return true;
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (stems[i] == store::StemReader::none) continue;
        for (const Sequence& sequence : by_first_stem_[stems[i]]) {
            const std::span<const std::uint32_t> here = std::span(stems).subspan(i);
            if (here.size() < sequence.stems.size() ||
                !std::ranges::equal(here.first(sequence.stems.size()), sequence.stems))
                continue;
            if (sequence.kinds != nullptr && !is_written(*sequence.kinds, i)) continue;
            out.push_back({{words[i].begin, words[i + sequence.stems.size() - 1].end}, sequence.term});
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
        const std::uint32_t stem = stems_.find(term);
        if (stem == store::StemReader::none) return;
        for (const Sequence& sequence : by_first_stem_[stem]) {
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
