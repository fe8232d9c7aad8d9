#pragma once

#include <newsarc/usage.hpp>

#include "output/stats/stats.hpp"
#include "output/text/layout.hpp"

#include <ostream>
#include <span>
#include <string>
#include <vector>

namespace newsarc::output {

/// Times a million words; 0 where there are none.
double per_million(std::size_t times, std::int64_t words);

/// For each word how often it stands in a million, with bars.
void print_usage(std::ostream& out, std::span<const std::string> words, const Usage& usage, Drawing drawing,
                 const Layout& layout);

/// One JSON document on one line.
std::string usage_json(std::span<const std::string> words, const Usage& usage);

/// A row of names, then one a period, source or place; of each word how often it stands there, and how often
/// in a million words.
void print_usage_csv(std::ostream& out, std::span<const std::string> words, const Usage& usage);

/// Of a million words, rounded, in each period, source or place.
std::vector<FacetCount> rates_of(const Usage& usage, std::size_t word);

/// A chart of these as an SVG 1.1 document, a block a word.
void print_usage_svg(std::ostream& out, std::span<const std::string> words, const Usage& usage);

/// A line a word: how often it stands here and elsewhere in a million words, and its score.
void print_keywords(std::ostream& out, const Keywords& keywords, const Layout& layout);

/// One JSON object a line.
void print_keywords_jsonl(std::ostream& out, const Keywords& keywords);

/// A row of names, then one a word.
void print_keywords_csv(std::ostream& out, const Keywords& keywords);

}  // namespace newsarc::output
