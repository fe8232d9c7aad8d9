#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/sql/connection.hpp"
#include "text/analysis/analyser.hpp"

// The positions of a phrase in every article, as SQLite's FTS5 hands them to a callback of ours
// (https://www.sqlite.org/fts5.html#extending_fts5).

namespace newsarc::store {

/// The columns of the full-text index, in order.
enum class Column { headline, body, headline_terms, body_terms };
inline constexpr std::size_t column_count = 4;

/// The part of an article that a phrase is looked for in.
enum class Part { any, headline, body };

/// Words that stand one after the other.
struct Phrase {
    std::string words;  ///< as in a text; the tokenizer cuts, stems and folds them
    Part part = Part::any;
    bool further = false;  ///< among the further terms alone (acronyms, pairs of characters)
    bool prefix = false;   ///< the last word may go on

    friend bool operator==(const Phrase&, const Phrase&) = default;
};

/// One article that holds a phrase.
struct Posting {
    std::uint32_t article = 0;
    std::uint16_t times = 0;   ///< how often, by where it stands; see below
    std::uint16_t places = 0;  ///< positions kept, no more than a few hundred
};

// What counts is where in an article a phrase stands: in the headline as much as two words of the body, and
// among the first words of the body as much as one and a half. Counted in half words of the body.
inline constexpr unsigned body_times = 2;
inline constexpr unsigned headline_times = 4;
inline constexpr unsigned lead_times = 3;

/// Words at the beginning of a body that count more: of news, its first sentence.
inline constexpr unsigned lead_words = 30;

/// What a word counts that stands there, so many words before it in the column; `stock` for an article of the
/// stock analysis.
unsigned times_at(Column column, unsigned offset, bool stock);

/// The most that is counted in one article. The weight of a word hardly grows beyond some tens.
inline constexpr unsigned most_times = 255;

/// All articles that hold a phrase, by ascending id.
struct Postings {
    std::vector<Posting> articles;
    /// Words before the phrase in its part of the article; of the body, `body_offset` more. Those of one
    /// article behind those of the other, and ascending within it.
    /// Those found through further terms (acronyms, pairs of characters) count in those terms.
    std::vector<std::uint32_t> positions;
    std::uint64_t occurrences = 0;  ///< in all articles together, wherever they stand
};

/// Whether the places of a phrase are wanted, or only how often it stands in an article.
enum class Positions { no, yes };

/// What a position in the body is above its number of words: a headline is never that long.
inline constexpr std::uint32_t body_offset = 1U << 24;

/// Makes the functions below work on a database. To be called once after opening it.
void register_fulltext(SQLite::Database& database);

/// Looks up phrases, and returns the postings of each. Positions are kept for Positions::yes only. `stopped`
/// is asked now and then; when it says true the work ends by throwing Error(interrupted). `analyses` are
/// those of load_analyses(): of an article with any but the stock one the columns of further terms alone
/// count.
std::vector<Postings> find_postings(const Connection& connection, std::span<const Phrase> phrases,
                                    std::span<const text::Analysis> analyses, Positions positions,
                                    const std::function<bool()>& stopped);

}  // namespace newsarc::store
