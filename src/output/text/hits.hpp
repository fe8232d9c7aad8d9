#pragma once

#include <newsarc/search.hpp>

#include "output/template/pattern.hpp"

#include <array>
#include <ostream>
#include <string_view>

namespace newsarc::output {

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

}  // namespace newsarc::output
