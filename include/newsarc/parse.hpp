#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc {

/// What the words that mark a line make of it: a field, a related line, or a note of a kind.
enum class LabelKind {
    credit,
    headline,
    deck,
    byline,
    published,
    updated,
    related,
    promotion,
    editor,
    copyright,
    reporting,
    caption,
    advertisement,
    correction,
    other,
};

std::string_view to_string(LabelKind kind);
std::optional<LabelKind> label_kind_from_string(std::string_view name);

/// Words that mark a line. Case, accents and punctuation do not count. The pattern ends
///   - in a colon, `read also:`: a mark (colon, dash, bar, arrow) or the end of the line must follow;
///   - in an ellipsis, `follow us on …`: the line goes on in any way;
///   - otherwise the words are the whole line.
/// An ellipsis at the front, `… contributed to this report`, holds the words to the line's end.
/// `*` stands for one to eight words, `{platform}` for one word of a set that docs/parsing.md lists.
struct Label {
    LabelKind kind = LabelKind::related;
    std::string language;  ///< BCP 47, `en`
    std::string pattern;
};

/// Reads a file of labels: one a line, `kind language pattern`, with blanks between; empty lines
/// and lines that begin with `#` are skipped. `name` stands in messages.
/// Throws Error(usage) that names the line when one cannot be read.
std::vector<Label> read_labels(std::string_view text, std::string_view name);

/// Which number of a date such as `04/03/2025` is the day.
enum class DateOrder { day_first, month_first };

/// How bytes are to be read.
struct ParseOptions {
    std::optional<std::string> encoding;  ///< a charset name that iconv knows; detected when absent
    std::optional<std::string> path;      ///< copied into each article
    bool single = false;                  ///< read as one article, whatever separators it holds
    std::vector<Label> labels;            ///< known besides the built-in ones, and before them
    std::string kind;  ///< what a file is, as docs/inputs.md names it; empty: its content tells
    std::optional<DateOrder>
        date_order;  ///< of dates whose own words leave it open; told by what stands around them when absent
};

/// One line of the input and what the parser took it for. Empty lines are not listed.
struct ExplainedLine {
    std::size_t number = 0;  ///< of the line in the file, from 1
    std::string_view type;   ///< such as `headline`, `paragraph`, `related`
    std::string rule;        ///< why, in words
    std::string text;        ///< UTF-8
};

/// An article, and where in the input it stood.
struct ParsedArticle {
    Article article;                   ///< without id, key, tags and added
    std::size_t offset = 0;            ///< first byte of it in the input
    std::size_t length = 0;            ///< bytes
    std::vector<ExplainedLine> lines;  ///< filled by explain() only
};

/// The warnings of an article in whose text no headline or body was found.
inline constexpr std::string_view no_headline_warning = "no headline was found";
inline constexpr std::string_view no_body_warning = "no body was found";

/// Reads news text into articles, in input order; several when the input holds several.
/// Any bytes are taken: what is doubtful is a warning in the article. Time is linear in the input.
/// An input without a single word gives an empty vector.
/// Throws Error(unsupported) for an encoding that is not known, Error(usage) for a label that has
/// no words, and Error(input) for bytes that are not text (a picture, a PDF, an archive).
std::vector<ParsedArticle> parse(std::string_view bytes, const ParseOptions& options = {});

/// The same, with `lines` filled.
std::vector<ParsedArticle> explain(std::string_view bytes, const ParseOptions& options = {});

}  // namespace newsarc
