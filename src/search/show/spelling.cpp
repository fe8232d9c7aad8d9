#include "search/show/spelling.hpp"

#include <algorithm>

#include "text/unicode/fold.hpp"
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

bool is_character_script(const Word& word) {
    return word.kind == WordKind::pairs || word.kind == WordKind::unspaced;
}

bool is_one_character(std::string_view text) {
    return text::code_point_at(text, 0).length == text.size();
}

std::string_view slice(std::string_view text, std::size_t begin, std::size_t end) {
    return text.substr(begin, end - begin);
}

bool is_apostrophe(std::string_view text) {
    return text == "'" || text == "’" || text == "ʼ" || text == "`";
}

/// `s` of `Pakistan's`, `t` of `don't`, `l` of `l'homme`: short, and beside an apostrophe.
bool is_clitic(std::string_view text, const std::vector<Word>& words, std::size_t i) {
    constexpr std::size_t longest = 2;
    const Word& word = words[i];
    if (word.kind != WordKind::plain || word.end - word.begin > longest) return false;
    return (i > 0 && is_apostrophe(slice(text, words[i - 1].end, word.begin))) ||
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
        for (const std::string& term : text::terms_of(text, word)) {
            if (!out.empty()) out += ' ';
            out += term;
        }
    }
    return out;
}

}  // namespace

std::optional<Term> Speller::plain(std::string_view text, std::optional<Field> field) const {
    const auto words = text::words(text);
    if (words.size() == 1 && words[0].kind == WordKind::acronym &&
        (capitals_tell_ || is_dotted(text, words[0]))) {
        return acronym(text, words[0], field);
    }
    Term term;
    term.text = std::string(text);
    const auto add = [&](const std::string& spelled) {
        std::vector<std::string> stems = tokenizer_.stems(spelled);
        if (stems.empty()) return;
        term.spellings.push_back({{.words = spelled, .part = part_of(field)}, std::move(stems)});
    };
    add(std::string(text));
    const bool dotted = std::ranges::any_of(words, [&](const Word& word) { return is_dotted(text, word); });
    const bool capitals = std::ranges::any_of(
        words, [&](const Word& word) { return is_two_capitals(slice(text, word.begin, word.end)); });
    if (dotted) add(join_acronyms(text, words));
    if (words.size() > 1 && !dotted && capitals) add(split_acronyms(text, words));
    if (term.spellings.empty()) return std::nullopt;
    return term;
}

/// The index has the letters of an acronym joined.
std::optional<Term> Speller::acronym(std::string_view text, const Word& word,
                                     std::optional<Field> field) const {
    const std::string letters = text::terms_of(text, word)[0];
    Term term;
    term.text = std::string(text);
    term.acronym = text::is_homograph(letters);
    term.spellings.push_back(
        {{.words = letters, .part = part_of(field), .further = term.acronym}, tokenizer_.stems(letters)});
    if (term.spellings[0].stems.empty()) return std::nullopt;
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
    term.prefix = pairs.size() == 1 && is_one_character(pairs[0]);
    // Pairs of characters stand among the further terms alone.
    term.spellings.push_back(
        {{.words = spelled, .part = part_of(field), .further = true, .prefix = term.prefix},
         tokenizer_.stems(spelled)});
    return term;
}

std::vector<Term> Speller::words(std::string_view text, std::optional<Field> field) const {
    std::vector<Term> out;
    const auto add = [&](std::optional<Term> term) {
        if (term) out.push_back(std::move(*term));
    };
    const auto words = text::words(text);
    for (std::size_t i = 0; i < words.size();) {
        const Word& word = words[i];
        if (word.kind == WordKind::pairs) {
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
    std::vector<Term> out = Speller(tokenizer_, false).phrase(text, field);
    if (out.empty() || out.back().characters) return out;
    Term& last = out.back();
    last.prefix = true;
    for (Spelling& spelling : last.spellings)
        spelling.phrase.prefix = true;
    // The index has stems: `presiden` must find the stem of `president`, which is shorter.
    constexpr std::size_t shortest = 4;
    constexpr std::size_t most_cut = 3;
    if (last.spellings.size() != 1 || last.spellings[0].stems.size() != 1) return out;
    const std::string stem = last.spellings[0].stems[0];
    for (std::size_t cut = 1; cut <= most_cut && stem.size() >= shortest + cut; ++cut) {
        const std::string shorter = stem.substr(0, stem.size() - cut);
        if (tokenizer_.stems(shorter) != std::vector<std::string>{shorter}) continue;
        last.spellings.push_back({{.words = shorter, .part = part_of(field)}, {shorter}});
    }
    return out;
}

std::string Speller::lower(const Term& term) {
    if (term.spellings.size() != 1 || term.spellings[0].stems.size() != 1) return {};
    return text::fold(term.text);
}

}  // namespace newsarc::search
