#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// How bytes are to be read.
struct ParseOptions {
    std::optional<std::string> encoding;  ///< a charset name that iconv knows; detected when absent
    std::optional<std::string> path;      ///< copied into each article
    bool single = false;                  ///< read as one article, whatever separators it holds
};

/// One line of the input and what the parser took it for.
struct ExplainedLine {
    std::size_t number = 0;  ///< of the line in the file, from 1
    std::string_view type;   ///< such as `headline`, `paragraph`, `related`
    std::string rule;        ///< why, in words
    std::string text;        ///< UTF-8
};

/// An article, and where in the input it stood.
struct ParsedArticle {
    Article article;
    std::size_t offset = 0;            ///< first byte of it in the input
    std::size_t length = 0;            ///< bytes
    std::vector<ExplainedLine> lines;  ///< filled by explain() only
};

/// Reads news text into articles, in input order; several when the input holds several.
/// Any bytes are taken: what is doubtful is a warning in the article. Time is linear in the input.
/// An input without a single word gives an empty vector.
/// Throws Error(unsupported) for an encoding that is not known and Error(input) for bytes that
/// are not text (a picture, a PDF, an archive).
std::vector<ParsedArticle> parse(std::string_view bytes, const ParseOptions& options = {});

/// The same, with `lines` filled.
std::vector<ParsedArticle> explain(std::string_view bytes, const ParseOptions& options = {});

}  // namespace newsarc
