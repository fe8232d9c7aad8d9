#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What a word is taken for: the one analysis of words that the index, queries and highlighting share.
//
// The index is made with SQLite's stock tokenizer, whose words are those of English (Porter's stems, accents
// of Latin letters dropped). Where a text says something that this tokenizer cannot tell, because its
// language is another or a letter is none of its own, the text is analysed here, and its terms are indexed
// beside it (docs/storage.md).

namespace newsarc::text {

struct Word;
struct TextWords;

/// How a text is analysed; 0 is no text. Kept in archives: numbers are never given to another language.
using Analysis = std::uint8_t;

/// The stock tokenizer of the index says it all.
inline constexpr Analysis stock_analysis = 1;

/// No language in particular: folded, Latin words with Porter's stems.
inline constexpr Analysis plain_analysis = 2;

/// The analysis of texts of a language (BCP 47, empty for none).
Analysis analysis_of(std::string_view language);

/// The language of an analysis, `en` for plain_analysis.
std::string_view language_of(Analysis analysis);

/// One above the greatest analysis there is.
std::size_t end_of_analyses();

/// Ends each term that the stock tokenizer would stem once more. A letter to it, and to no language.
inline constexpr std::string_view end_of_term = "\u02D1";

/// A term of words with that mark, where the stock tokenizer would stem it.
std::string closed_term(std::string term);

/// The term of an acronym with dots, `U.S.`, and of a homograph in capitals, `US`: never that of a word.
std::string acronym_term(std::string_view letters, bool dotted);

/// What words have in common, or a word alone: `regie` of `regierung` and `regieren`.
struct Part {
    std::string term;     ///< of the words that go on
    std::string word;     ///< the term of a word that is no more than this
    bool is_kin = false;  ///< finds articles by itself, for its language has no stemmer
};

/// Makes terms of words. To be used by one thread at a time; remembers the words it has seen.
class Analyser {
public:
    /// Any but stock_analysis.
    explicit Analyser(Analysis analysis);
    Analyser(Analyser&&) noexcept;
    Analyser& operator=(Analyser&&) noexcept;
    ~Analyser();

    /// The term that stands for a word in the index. Empty when nothing of it is left.
    [[nodiscard]] const std::string& term(std::string_view word) const;

    /// The terms of a text, in order: words, acronyms, units, pairs of characters. Calls visit(term, begin,
    /// end) with the bytes of the text that each stands for.
    using Visit = std::function<void(std::string_view term, std::size_t begin, std::size_t end)>;
    void analyse(std::string_view text, const Visit& visit) const;

    /// The parts of a word (word_parts.hpp).
    [[nodiscard]] std::vector<Part> parts(std::string_view word) const;

    /// The terms of a text with a blank between two; behind them the words as they are written where that is
    /// a part of them. Letters that are parts are found in the terms.
    [[nodiscard]] std::string terms(const TextWords& text) const;

private:
    void analyse(std::string_view text, const std::vector<Word>& words, const Visit& visit) const;

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace newsarc::text
