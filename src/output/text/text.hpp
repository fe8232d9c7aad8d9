#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/duplicates.hpp>
#include <newsarc/parse.hpp>
#include <newsarc/search.hpp>

#include "output/json/json.hpp"
#include "output/text/style.hpp"

#include <cstddef>
#include <optional>
#include <ostream>
#include <span>
#include <string_view>

namespace newsarc::output {

// Text for a person. Whatever comes out of an article, a file name or a query is cleaned: no control
// character but the newlines between lines, and the sequences of the style, is ever sent.

/// How text is laid out.
struct Layout {
    Style style;
    std::optional<std::size_t> width;  ///< columns to keep within; none: long lines stay whole
};

void print_article(std::ostream& out, const Article& article, const Layout& layout);

/// Articles that are like the one above; nothing when there are none.
void print_similar(std::ostream& out, std::span<const Hit> hits, const Layout& layout);

/// Each line of the file with its class, and the rule that classed it below.
void print_explained(std::ostream& out, const ParsedArticle& parsed, const Layout& layout);

/// One line of a list: id, date, credit, headline.
void print_row(std::ostream& out, const Article& article, const Layout& layout);

/// One line a member: how like which other it is, then as in a list.
void print_cluster(std::ostream& out, const Cluster& cluster, const Layout& layout);

/// One line below an article: the ids of its near duplicates.
void print_near_duplicates(std::ostream& out, const Cluster& cluster, std::int64_t id, const Layout& layout);

/// The hits, an empty line after each.
void print_hits(std::ostream& out, const SearchResult& result, const Layout& layout);

/// The facets, and a line that says how many articles match. Nothing when none does.
void print_totals(std::ostream& out, const SearchResult& result, const Layout& layout);

/// A line above what belongs to it.
void print_title(std::ostream& out, std::string_view title, const Layout& layout);

/// How the query was understood, what its words weigh, and where the time went.
void print_explanation(std::ostream& out, const SearchResult& result, const Layout& layout);

/// One line: what became of an input that did not fail.
void print_add_result(std::ostream& out, const AddResult& result, bool dry_run, const Style& style);

/// One line of counts.
void print_add_summary(std::ostream& out, const AddSummary& summary, bool dry_run);

}  // namespace newsarc::output
