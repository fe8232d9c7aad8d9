#pragma once

#include <newsarc/search.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace newsarc {

/// What the use of words is told by.
enum class UsageBy { day, week, month, year, credit, byline, place };

/// How often words are used, by time or by who wrote.
struct UsageRequest {
    std::vector<std::string> words = {};    ///< each a word, a phrase or a prefix in newsarc's query language
    std::optional<std::string> query = {};  ///< only in the articles that it selects; absent: in all
    UsageBy by = UsageBy::month;
    std::optional<std::int64_t> now = {};  ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};
};

/// The articles of a period, a source or a place.
struct UsageRow {
    std::string value;  ///< `2025-01-21`, `2025-W04` (ISO 8601), `2025-01`, `2025`, or a name
    std::size_t articles = 0;
    std::int64_t words = 0;          ///< in all of these articles
    std::vector<std::size_t> times;  ///< that each of the words asked for stands in them; a very long article
                                     ///< is counted in its beginning alone
};

struct Usage {
    std::vector<UsageRow> rows;      ///< periods in order; sources and places with most words first
    std::size_t without = 0;         ///< articles left out: their date is not known, or not so well
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
};

/// The words that tell what a query finds from all else.
struct KeywordRequest {
    std::string query = {};  ///< read as that of MatchRequest
    /// Only the words that stand so near to what is looked for, on either side: its collocates.
    std::optional<std::size_t> near = {};
    std::size_t limit = 25;
    std::optional<std::int64_t> now = {};  ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};
};

struct Keyword {
    std::string word;        ///< as it stands in one of the articles; its other forms are counted with it
    std::size_t times = 0;   ///< in these articles, or near to what is looked for
    std::size_t others = 0;  ///< elsewhere in the archive
    double score = 0;  ///< log-likelihood: above 3.84 chance is less than one in twenty, above 10.83 one
                       ///< in a thousand (Dunning 1993)
};

struct Keywords {
    std::vector<Keyword>
        words;              ///< those that are more frequent here than elsewhere, the greatest score first
    std::int64_t here = 0;  ///< words that were read here
    std::int64_t elsewhere = 0;
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
};

}  // namespace newsarc
