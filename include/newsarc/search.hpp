#pragma once

#include <newsarc/date.hpp>

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

/// What to look for. The query is free text in newsarc's query language; no text is an error.
struct SearchRequest {
    std::string query;
    std::size_t limit = 10;
    std::size_t offset = 0;
    std::optional<Match> match;  ///< absent: `best` by relevance, `all` in any other order
    Sort sort = Sort::relevance;
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
    std::string added;  ///< ISO 8601, UTC
    std::vector<std::string> tags;
    Snippet snippet;
    std::vector<Range> headline_marks;
    std::size_t similar = 0;  ///< near duplicates in the archive
};

struct SearchResult {
    std::string understood;           ///< the query as it was read, printed back
    std::size_t total = 0;            ///< articles that match
    std::size_t total_all_words = 0;  ///< of these, those that hold every word
    std::optional<std::string> suggestion;
    std::vector<std::string> notes;  ///< what could not be taken as it stood, for a person
    std::vector<Hit> hits;
};

}  // namespace newsarc
