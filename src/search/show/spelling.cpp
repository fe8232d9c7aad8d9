#include "search/show/spelling.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "search/plan/homographs.hpp"
#include "store/index/article_terms.hpp"
#include "text/analysis/fold_word.hpp"
#include "text/unicode/utf8.hpp"
#include "text/unicode/words.hpp"

namespace newsarc::search {
namespace {

using query::Field;
using text::Word;
using text::WordKind;

store::Part part_of(std::optional<Field> field) {
    if (field == Field::headline) return store::Part::headline;
    if (field == Field::body) return store::Part::body;
    return store::Part::any;
}

/// Words as the stock tokenizer has them.
store::Phrase stock(std::string_view words, std::optional<Field> field) {
    return {.words = std::string(words), .part = part_of(field)};
}

/// Words as the further terms have them.
store::Phrase further(std::string words, std::optional<Field> field) {
    return {.words = std::move(words), .part = part_of(field), .further = true};
}

bool is_character_script(const Word& word) {
    return word.kind == WordKind::pairs || word.kind == WordKind::unspaced;
}

/// With or without marks.
bool is_one_character(std::string_view text) {
    const auto words = text::words(text);
    return words.size() == 1 && text::closed_terms_of(text, words[0]).size() == 1;
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

bool is_apostrophe(std::string_view text) {
    return text == "'" || text == "’" || text == "ʼ" || text == "`";
}

/// What English joins to a word behind an apostrophe. In other languages whole words stand there: `l'or`.
constexpr std::array<std::string_view, 7> enclitics{"s", "t", "d", "m", "ll", "re", "ve"};

/// `s` of `Pakistan's`, `t` of `don't`, `l` of `l'homme`, `qu` of `qu'il`: what is short and has an
/// apostrophe behind it, or is an enclitic.
bool is_clitic(std::string_view text, const std::vector<Word>& words, std::size_t i) {
    constexpr std::size_t longest = 2;
    const Word& word = words[i];
    if (word.kind != WordKind::plain || word.end - word.begin > longest) return false;
    const bool enclitic = std::ranges::any_of(enclitics, [&](std::string_view each) {
        return text::fold_word(slice(text, word.begin, word.end)) == each;
    });
    return (enclitic && i > 0 && is_apostrophe(slice(text, words[i - 1].end, word.begin))) ||
           (i + 1 < words.size() && is_apostrophe(slice(text, word.end, words[i + 1].begin)));
}

bool is_number(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Words `10`, `30` of `10:30`: the end of the run of numbers that begins at `i`.
std::size_t end_of_numbers(std::string_view text, const std::vector<Word>& words, std::size_t i) {
    const auto number = [&](std::size_t k) { return is_number(slice(text, words[k].begin, words[k].end)); };
    if (!number(i)) return i + 1;
    std::size_t end = i + 1;
    while (end < words.size() && number(end) && words[end].begin == words[end - 1].end + 1 &&
           text[words[end - 1].end] != '-') {
        ++end;
    }
    return end;
}

bool is_dotted(std::string_view text, const Word& word) {
    return word.kind == WordKind::acronym &&
           slice(text, word.begin, word.end).find('.') != std::string_view::npos;
}

bool is_two_capitals(std::string_view word) {
    return word.size() == 2 && text::is_upper_case(word);
}

/// The text with its words of two capitals taken apart, as the tokenizer does with `U.S.`:
/// `US troops` as `U S troops`. Longer acronyms are hardly ever written with dots.
std::string split_acronyms(std::string_view text, const std::vector<Word>& words) {
    std::string out;
    for (const Word& word : words) {
        std::string piece(slice(text, word.begin, word.end));
        if (is_two_capitals(piece)) piece.insert(1, 1, ' ');
        out += out.empty() ? piece : ' ' + piece;
    }
    return out;
}

/// The text with the letters of each acronym put together: `U.S. troops` as `US troops`.
std::string join_acronyms(std::string_view text, const std::vector<Word>& words) {
    std::string out;
    for (const Word& word : words) {
        if (!out.empty()) out += ' ';
        const std::string_view piece = slice(text, word.begin, word.end);
        out += word.kind == WordKind::acronym ? text::letters_of(piece) : std::string(piece);
    }
    return out;
}

/// True for what may be written with dots: `UN`, `NATO`.
bool may_be_dotted(std::string_view word) {
    constexpr std::size_t longest = 4;
    return word.size() >= 2 && word.size() <= longest && !text::is_homograph(word) &&
           std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
}

}  // namespace

/// As the stock tokenizer has it, and as the analyses of the archive's languages do.
void Speller::add_spelling(Term& term, std::string_view text, std::optional<Field> field) const {
    std::vector<std::string> stems = analyses_.tokenizer().stems(text);
    if (!stems.empty()) {
        const bool told = capitals_tell_ && std::ranges::any_of(stems, [](const std::string& stem) {
                              return !store::acronym_of_stem(stem).empty();
                          });
        term.spellings.push_back({stock(text, field), std::move(stems)});
        if (told) term.spellings.back().kinds = written_as(text, analyses_.tokenizer());
    }
    add_analysed(term, text, field);
}

void Speller::add_analysed(Term& term, std::string_view text, std::optional<Field> field) const {
    for (const text::Analyser* analyser : analyses_.analysers()) {
        std::vector<std::string> terms;
        analyser->analyse(text,
                          [&](std::string_view each, std::size_t, std::size_t) { terms.emplace_back(each); });
        if (terms.empty()) continue;
        std::string spelled;
        for (const std::string& each : terms)
            spelled += spelled.empty() ? each : ' ' + each;
        Spelling spelling{further(spelled, field), std::move(terms)};
        if (std::ranges::find(term.spellings, spelling) == term.spellings.end())
            term.spellings.push_back(std::move(spelling));
    }
}

std::optional<Term> Speller::plain(std::string_view text, std::optional<Field> field) const {
    const auto words = text::words(text);
    if (words.size() == 1 && words[0].kind == WordKind::acronym &&
        (capitals_tell_ || is_dotted(text, words[0]))) {
        return acronym(text, words[0], field);
    }
    Term term;
    term.text = std::string(text);
    add_spelling(term, text, field);
    const bool dotted = std::ranges::any_of(words, [&](const Word& word) { return is_dotted(text, word); });
    const bool capitals = std::ranges::any_of(
        words, [&](const Word& word) { return is_two_capitals(slice(text, word.begin, word.end)); });
    if (dotted) add_spelling(term, join_acronyms(text, words), field);
    if (words.size() > 1 && !dotted && capitals) add_spelling(term, split_acronyms(text, words), field);
    if (words.size() == 1 && text::is_homograph(text)) {
        // Whether it is the word or the acronym its letters do not tell here.
        const std::string letters = text::acronym_term(text, false);
        term.spellings.push_back({further(letters, field), {letters}});
    }
    if (words.size() == 1 && capitals_tell_ && may_be_dotted(text)) {
        const std::string letters = text::acronym_term(text, true);
        term.spellings.push_back({further(letters, field), {letters}});
    }
    if (term.spellings.empty()) return std::nullopt;
    return term;
}

/// The index has the letters of an acronym joined.
std::optional<Term> Speller::acronym(std::string_view text, const Word& word,
                                     std::optional<Field> field) const {
    const std::string letters = text::letters_of(slice(text, word.begin, word.end));
    if (letters.empty()) return std::nullopt;
    Term term;
    term.text = std::string(text);
    term.acronym = text::is_homograph(letters);
    if (!term.acronym) add_spelling(term, letters, field);
    for (const bool dotted : {true, false}) {
        const std::string each = text::acronym_term(letters, dotted);
        if (dotted || term.acronym) term.spellings.push_back({further(each, field), {each}});
    }
    return term;
}

/// What signs join. With `&`, `+` and `#` its words alone are something else; with a hyphen they are the same
/// in a row, or written as one.
Term Speller::unit(std::string_view text, const std::vector<Word>& words, const text::Unit& unit,
                   std::optional<Field> field) const {
    const std::string_view written = slice(text, unit.begin, unit.end);
    const std::string spelled = text::unit_term(text, words, unit);
    Term term;
    term.text = std::string(written);
    term.spellings.push_back({further(spelled, field), {spelled}});
    if (written.find_first_of("&+#") != std::string_view::npos) return term;
    add_spelling(term, written, field);
    std::string joined(written);
    std::erase(joined, '-');
    add_spelling(term, joined, field);
    return term;
}

std::optional<Term> Speller::characters(std::string_view text, const std::vector<std::string>& pairs,
                                        std::optional<Field> field) const {
    std::string spelled;
    for (const std::string& pair : pairs) {
        if (!spelled.empty()) spelled += ' ';
        spelled += pair;
    }
    Term term;
    term.text = std::string(text);
    term.characters = true;
    // A character alone begins the pair it is the first of, or is the one that closes a run.
    term.prefix = pairs.size() == 1 && is_one_character(text);
    // Pairs of characters stand among the further terms alone.
    store::Phrase phrase = further(spelled, field);
    phrase.prefix = term.prefix;
    term.spellings.push_back({std::move(phrase), analyses_.tokenizer().stems(spelled)});
    return term;
}

std::vector<Term> Speller::words(std::string_view text, std::optional<Field> field) const {
    std::vector<Term> out;
    const auto add = [&](std::optional<Term> term) {
        if (term) out.push_back(std::move(*term));
    };
    const auto words = text::words(text);
    const auto units = text::units(text, words);
    for (std::size_t i = 0; i < words.size();) {
        const Word& word = words[i];
        const auto joined = std::ranges::find(units, i, &text::Unit::first);
        if (joined != units.end()) {
            add(unit(text, words, *joined, field));
            i = joined->last + 1;
        } else if (word.kind == WordKind::pairs) {
            for (const std::string& pair : text::terms_of(text, word))
                add(characters(pair, {pair}, field));
            ++i;
        } else if (word.kind == WordKind::unspaced) {
            add(characters(slice(text, word.begin, word.end), text::terms_of(text, word), field));
            ++i;
        } else {
            const std::size_t end = end_of_numbers(text, words, i);
            if (!is_clitic(text, words, i)) add(plain(slice(text, word.begin, words[end - 1].end), field));
            i = end;
        }
    }
    return out;
}

/// Of a run without blanks that is longer than a word its pairs of characters: an article may well say the
/// same with other words between.
std::vector<Term> Speller::pairs_of(std::string_view text, const Word& run) const {
    constexpr std::size_t most_of_a_word = 6;
    std::vector<Term> out;
    const std::vector<std::string> pairs = text::terms_of(text, run);
    if (pairs.size() <= most_of_a_word) return out;
    for (const std::string& pair : pairs) {
        auto term = characters(pair, {pair}, std::nullopt);
        if (!term || std::ranges::find(out, pair, &Term::text) != out.end()) continue;
        term->part = true;
        term->kin = true;
        out.push_back(std::move(*term));
    }
    return out;
}

std::vector<Term> Speller::parts(std::string_view text, std::optional<Field> field) const {
    std::vector<Term> out;
    if (field) return out;
    for (const Word& word : text::words(text)) {
        if (word.kind == WordKind::unspaced) {
            std::vector<Term> pairs = pairs_of(text, word);
            std::ranges::move(pairs, std::back_inserter(out));
        }
        if (word.kind != WordKind::plain) continue;
        const std::string_view bytes = slice(text, word.begin, word.end);
        for (const text::Analyser* analyser : analyses_.with_parts()) {
            for (const text::Part& part : analyser->parts(bytes)) {
                Term term;
                term.text = std::string(bytes);
                term.part = true;
                term.kin = part.is_kin;
                // Articles without parts are not to be behind others where they have the word itself.
                std::vector<std::string> stems = analyses_.tokenizer().stems(bytes);
                if (!stems.empty()) term.spellings.push_back({stock(bytes, field), std::move(stems)});
                for (const std::string& each : {part.term, part.word})
                    term.spellings.push_back({further(each, field), {each}});
                if (std::ranges::find(out, term) == out.end()) out.push_back(std::move(term));
            }
        }
    }
    return out;
}

std::vector<Term> Speller::phrase(std::string_view text, std::optional<Field> field) const {
    std::vector<Term> out;
    const auto words = text::words(text);
    for (std::size_t i = 0; i < words.size();) {
        if (is_character_script(words[i])) {
            const auto run = slice(text, words[i].begin, words[i].end);
            if (auto term = characters(run, text::terms_of(text, words[i]), field)) out.push_back(*term);
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < words.size() && !is_character_script(words[end]))
            ++end;
        if (auto term = plain(slice(text, words[i].begin, words[end - 1].end), field)) out.push_back(*term);
        i = end;
    }
    return out;
}

std::vector<Term> Speller::prefix(std::string_view text, std::optional<Field> field) const {
    // `US*` is the beginning of `usable` as well.
    std::vector<Term> out = Speller(analyses_, false).phrase(text, field);
    if (out.empty() || out.back().characters) return out;
    Term& last = out.back();
    last.prefix = true;
    const bool one_word = last.spellings[0].stems.size() == 1;
    const std::string stem = last.spellings[0].stems.back();
    const std::string folded = one_word ? text::fold_word(last.text) : std::string();
    for (Spelling& spelling : last.spellings)
        spelling.phrase.prefix = true;
    if (!one_word) return out;
    last.spellings.resize(1);
    if (!analyses_.analysers().empty()) {
        store::Phrase phrase = further(folded, field);
        phrase.prefix = true;
        last.spellings.push_back({std::move(phrase), {folded}});
    }
    // The index has stems: `presiden` must find the stem of `president`, which is shorter.
    constexpr std::size_t shortest = 4;
    constexpr std::size_t most_cut = 3;
    for (std::size_t cut = 1; cut <= most_cut && stem.size() >= shortest + cut; ++cut) {
        const std::string shorter = stem.substr(0, stem.size() - cut);
        if (analyses_.tokenizer().stems(shorter) != std::vector<std::string>{shorter}) continue;
        last.spellings.push_back({stock(shorter, field), {shorter}});
        if (analyses_.analysers().empty()) continue;
        const std::string term = shorter + std::string(text::end_of_term);
        last.spellings.push_back({further(term, field), {term}});
    }
    return out;
}

Term Speller::wildcard(std::string_view pattern, const std::vector<std::string>& terms,
                       std::optional<Field> field) const {
    Term out;
    out.text = std::string(pattern);
    out.wildcard = true;
    for (const std::string& term : terms) {
        if (term.ends_with(text::end_of_term)) {
            out.spellings.push_back({further(term, field), {term}});
            continue;
        }
        // A stem is not always its own stem: that of `university` is `univers`, and that of this `univer`.
        for (const char* ending : {"", "e", "s", "ity"}) {
            const std::string word = term + ending;
            if (analyses_.tokenizer().stems(word) != std::vector<std::string>{term}) continue;
            out.spellings.push_back({stock(word, field), {term}});
            break;
        }
    }
    if (out.spellings.empty()) {
        // No article holds this.
        const std::string none = std::string(text::end_of_term) + text::fold_word(pattern);
        out.spellings.push_back({further(none, field), {none}});
    }
    return out;
}

std::string Speller::lower(const Term& term) {
    if (term.characters || term.prefix || term.wildcard || term.spellings[0].stems.size() != 1) return {};
    return text::fold_word(term.text);
}

}  // namespace newsarc::search
