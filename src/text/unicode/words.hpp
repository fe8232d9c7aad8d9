#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// How running text falls into words, for the index and for queries alike: both use these
// functions, so that what is stored and what is asked for cannot differ.
//
// The index itself uses SQLite's stock tokenizer, which knows letters and digits and nothing else.
// What it cannot find is added as further terms: `us` where a text says `U.S.`, pairs of
// characters where a script puts no blanks between words.

namespace newsarc::text {

enum class WordKind {
    plain,     ///< letters, digits and their marks
    acronym,   ///< single letters with dots between, `U.S.`, or capitals that are
               ///< another word in small letters, `US`
    pairs,     ///< Chinese, Japanese, Korean: any two neighbours are a term
    unspaced,  ///< Thai, Lao, Khmer, Burmese: found by any part of a run
};

/// One word and where it stands in the text.
struct Word {
    WordKind kind = WordKind::plain;
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Word&, const Word&) = default;
};

/// The words of a text, in order. Text is cut at anything that is neither letter, digit nor mark,
/// and where a script of pairs or an unspaced one begins or ends.
std::vector<Word> words(std::string_view text);

/// A text, which must outlive it, and its words.
struct TextWords {
    std::string_view text;
    std::vector<Word> words;
};

inline TextWords read_words(std::string_view text) {
    return {text, words(text)};
}

/// What is written as one, with signs between or behind: `AT&T`, `C++`, `X-ray`.
struct Unit {
    std::size_t first = 0;  ///< word, by its number
    std::size_t last = 0;   ///< likewise
    std::size_t begin = 0;  ///< bytes of the text, the signs included
    std::size_t end = 0;
};

/// The units among the words of a text, in order: words with `&` between, with a hyphen where one of them is
/// a letter, and words that `+` or `#` follow.
std::vector<Unit> units(std::string_view text, const std::vector<Word>& words);

/// The term that stands for a unit in the index, beside those of its words.
std::string unit_term(std::string_view text, const std::vector<Word>& words, const Unit& unit);

/// True when there is a letter or digit in it.
bool has_word(std::string_view text);

/// True when a lower-case letter is in it.
bool has_lower_case(std::string_view text);

/// True when all its letters are upper case, and there are at least two.
bool is_upper_case(std::string_view text);

/// True for the letters of an acronym of the news that is another word in small letters: `US`, `WHO`.
/// Case does not matter.
bool is_homograph(std::string_view letters);

/// The letters of an acronym, `US` of `U.S.`.
std::string letters_of(std::string_view acronym);

/// The terms that stand in the index for a word that is not plain: that of an acronym, the pairs of
/// neighbouring characters of the other scripts, marks with the character that they belong to. One character
/// alone gives itself.
std::vector<std::string> terms_of(std::string_view text, const Word& word);

/// Those, and the last character of a run of pairs: a phrase cannot reach over its end, and it is found
/// alone.
std::vector<std::string> closed_terms_of(std::string_view text, const Word& word);

/// What is indexed beside a text whose words the stock tokenizer finds: the terms of acronyms and units.
/// Separated by blanks; empty for most English text.
std::string further_terms(std::string_view text, const std::vector<Word>& words);

/// The length of a text for ranking: one for each plain word, acronym and pair.
std::size_t count_terms(std::string_view text, const std::vector<Word>& words);

}  // namespace newsarc::text
