#pragma once

#include <newsarc/article.hpp>

#include <string>

namespace newsarc::output {

// One article for another program, without a newline at its end. docs/exchange.md says which field
// becomes what, and where each form is laid down.

/// IPTC ninjs 3.1.
std::string ninjs(const Article& article);

/// schema.org NewsArticle as JSON-LD 1.1.
std::string json_ld(const Article& article);

/// CSL-JSON 1.0.2, type `article-newspaper`: one member of the array that a file of it is.
std::string csl_json(const Article& article);

/// BibLaTeX, `@article` with `entrysubtype = {newspaper}`.
std::string bibtex(const Article& article);

/// RIS, type NEWS.
std::string ris(const Article& article);

/// Markdown (CommonMark) with front matter (YAML 1.2).
std::string markdown(const Article& article);

/// One row of a CSV file, without its line end; csv_header() names its fields.
std::string csv_article(const Article& article);
std::string csv_header();

}  // namespace newsarc::output
