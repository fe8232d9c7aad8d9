#pragma once

#include <newsarc/date.hpp>

#include <array>
#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// Which articles a query's plain words match.
enum class Match {
    best,  ///< any of the words, those with all of them favoured
    any,   ///< any of the words
    all,   ///< every word
};

enum class Sort { relevance, newest, oldest, added };

/// What the articles found can be counted by.
enum class FacetField { credit, byline, place, site, tag, lang, year, month };

/// All of them, in the order of the enumeration.
inline constexpr std::array<FacetField, 8> facet_fields{
    FacetField::credit, FacetField::byline, FacetField::place, FacetField::site,
    FacetField::tag,    FacetField::lang,   FacetField::year,  FacetField::month};

/// The name that users know a facet by, `credit` for one.
std::string_view to_string(FacetField field);
std::optional<FacetField> facet_field_from_string(std::string_view name);

/// Bounds on the time of a search. Reaching one throws Error(timeout) or Error(interrupted).
struct Limits {
    std::chrono::milliseconds timeout{10000};      ///< zero: none
    const std::atomic<bool>* interrupt = nullptr;  ///< ends the search soon after it becomes true
};

/// What to look for. The query is free text in newsarc's query language; no text is an error. `*`
/// finds every article, and text without a word or a field none.
struct SearchRequest {
    std::string query = {};
    std::size_t limit = 10;           ///< hits to return; 0 counts only
    std::size_t offset = 0;           ///< hits to leave out before them
    std::optional<Match> match = {};  ///< absent: `best` by relevance, `all` in any other order
    Sort sort = Sort::relevance;
    bool feedback = true;  ///< let words of the best articles order the hits too
    /// After the articles that match, those without a word of the query that are like the best of them.
    /// Totals do not count them.
    bool resembling = false;
    std::optional<double> recent_days = {};  ///< half of a score depends on age, halved every so many days
    std::int64_t after = 0;                  ///< only articles with a greater id
    std::vector<FacetField> facets = {};     ///< what to count the articles found by
    std::size_t facet_values = 20;           ///< of each facet, the most frequent ones
    bool group = false;                      ///< of near duplicates only the best one; totals count groups
    bool snippets = true;
    bool explain = false;                  ///< fill SearchResult::explanation
    std::optional<std::int64_t> now = {};  ///< Unix seconds: what `today`, `2w` and recent_days count from
    Limits limits = {};
};

/// Which articles a query matches, every word of it: all of them, and in no order of worth. Where the query
/// most likely means a field or an operator and cannot be read so (`since:someday`, `credt:NewsX`), words in
/// its place would match others: that throws Error(usage) with its place.
struct MatchRequest {
    std::string query = {};
    std::optional<std::int64_t> now = {};  ///< Unix seconds: what `today` and `2w` count from
    Limits limits = {};
};

struct Matches {
    std::vector<std::int64_t> ids;   ///< ascending
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
};

/// Articles like a given one.
struct RelatedRequest {
    std::int64_t id = 0;
    std::size_t limit = 10;
    std::size_t offset = 0;
    bool snippets = true;
    /// 0 to 1: hits with a smaller part of the score that the article itself would have are left out,
    /// so that an article like no other gets none.
    double least = 0;
    Limits limits = {};
};

/// A half-open range of bytes.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Range&, const Range&) = default;
};

/// A piece of an article around the words that were found. Plain text, as stored: clean it
/// before a terminal sees it. Marks are in order and do not overlap.
struct Snippet {
    std::string text;
    std::vector<Range> marks;

    friend bool operator==(const Snippet&, const Snippet&) = default;
};

/// Where the words of a query stand in an article: ranges of bytes, in order, that do not overlap.
struct ArticleMarks {
    std::vector<Range> headline;
    std::vector<Range> deck;
    std::vector<Range> body;
};

/// One article found.
struct Hit {
    std::size_t rank = 0;  ///< from 1, over the whole result and not only this page
    double score = 0;      ///< higher is better; comparable within one result only
    std::int64_t id = 0;
    std::string uid;
    std::optional<std::string> key;
    std::optional<std::string> headline;
    std::optional<std::string> credit;
    std::optional<std::string> byline;
    std::optional<DateTime> published;
    std::optional<std::string> language;  ///< BCP 47
    std::string added;                    ///< ISO 8601, UTC
    std::vector<std::string> tags;
    Snippet snippet;
    std::vector<Range> headline_marks;
    std::size_t similar = 0;  ///< near duplicates in the archive, itself not counted
};

/// How many of the articles found have a value.
struct FacetCount {
    std::string value;
    std::size_t count = 0;

    friend bool operator==(const FacetCount&, const FacetCount&) = default;
};

/// One facet: its most frequent values first, equal ones in the order of their bytes.
struct Facet {
    FacetField field = FacetField::credit;
    std::vector<FacetCount> values;
    std::size_t left_out = 0;  ///< values beyond SearchRequest::facet_values
    std::size_t without = 0;   ///< articles found that have no value
};

/// One word of a query, or one that feedback added.
struct ExplainedWord {
    std::string text;          ///< as it was typed
    std::string stem;          ///< as the index has it; several words with blanks between
    std::size_t articles = 0;  ///< that hold it
    double weight = 0;         ///< how often it counts; 0 for what only excludes
    bool feedback = false;
};

/// How long a step of a search took.
struct ExplainedStep {
    std::string_view name;
    double seconds = 0;
};

struct Explanation {
    std::vector<ExplainedWord> words;
    std::vector<ExplainedStep> steps;
};

struct SearchResult {
    std::string understood;           ///< the query as it was read, printed back
    std::size_t total = 0;            ///< articles that match
    std::size_t total_all_words = 0;  ///< of these, those that hold every word
    std::int64_t last_id = 0;         ///< the greatest id in the archive, found or not
    bool by_words = false;            ///< words were looked for; else fields, exclusions or `*` alone
    std::optional<std::string> suggestion;
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
    std::vector<Hit> hits;
    std::vector<Facet> facets;  ///< in the order asked for
    std::optional<Explanation> explanation;
};

/// A query kept in the archive under a name.
struct SavedSearch {
    std::string name;  ///< letters, digits, `-`, `_` and `.`, of any script; 64 bytes at most
    std::string query;
    std::string saved;      ///< when, ISO 8601 in UTC
    std::int64_t seen = 0;  ///< articles with a greater id are new to it

    friend bool operator==(const SavedSearch&, const SavedSearch&) = default;
};

}  // namespace newsarc
