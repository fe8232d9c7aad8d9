#pragma once

#include <newsarc/search.hpp>

#include "output/text/layout.hpp"
#include "output/text/pattern.hpp"

#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>

namespace newsarc::output {

/// A line above what belongs to it.
void print_title(std::ostream& out, std::string_view title, const Layout& layout);

/// How the query was understood, what its words weigh, and where the time went.
void print_explanation(std::ostream& out, const SearchResult& result, const Layout& layout);

/// The hits, an empty line after each.
void print_hits(std::ostream& out, const SearchResult& result, const Layout& layout);

/// The facets, and a line that says how many articles match. Nothing when none does.
void print_totals(std::ostream& out, const SearchResult& result, const Layout& layout);

std::string hit_json(const Hit& hit);

/// `seconds` is what the search took; `name` that of the query in a batch, if it is in one.
std::string search_json(std::string_view query, const SearchResult& result, double seconds,
                        std::string_view name = {});

// Hits for other programs. What is absent is empty.

/// The fields of a hit that CSV and patterns know, in the order of CSV.
inline constexpr std::array<std::string_view, 11> hit_fields{
    "rank", "score", "id", "uid", "key", "headline", "credit", "byline", "published", "tags", "snippet"};

/// One JSON object a line.
void print_hits_jsonl(std::ostream& out, const SearchResult& result);

/// A row of names, then one a hit; tags are joined by semicolons.
void print_hits_csv(std::ostream& out, const SearchResult& result);

/// A run as trec_eval reads it: `query Q0 document rank score newsarc`. A document is named by its
/// key, or by its uid when it has no key or one with white space.
void print_hits_trec(std::ostream& out, std::string_view query_id, const SearchResult& result);

/// One line a hit, its values cleaned for a terminal.
void print_hits_pattern(std::ostream& out, const Pattern& pattern, const SearchResult& result);

/// What a saved search finds now.
struct SavedSearchCounts {
    std::size_t articles = 0;
    std::size_t unseen = 0;  ///< of these, those that came since it was last asked for what is new
};

/// One line, broken where the layout is narrow: name, counts, query.
void print_saved_search(std::ostream& out, const SavedSearch& search, const SavedSearchCounts& counts,
                        const Layout& layout);

/// One JSON object on one line.
std::string saved_search_json(const SavedSearch& search, const SavedSearchCounts& counts);

}  // namespace newsarc::output
