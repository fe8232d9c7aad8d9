#pragma once

#include <newsarc/article.hpp>

#include <cstddef>
#include <ostream>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::output {

/// A form in which articles leave for other programs: a row of the table that `export`, `show`, help
/// and docs/exchange.md read. A new one is a row and a file of its own.
struct ExchangeFormat {
    std::string_view name;     ///< as users call it
    std::string_view summary;  ///< one line
    std::string_view suffix;   ///< of a file's name, its dot included

    /// One article in valid UTF-8. None for the file an article came
    /// from, which only the archive has.
    std::string (*article)(const Article& article) = nullptr;

    // What stands around the articles of one document.
    std::string begin = {};
    std::string between = "\n";
    std::string end = "\n";
    std::string empty = {};      ///< a document of no article
    bool framed_alone = true;    ///< a document of one article has begin and end, too
    bool is_for_a_file = false;  ///< meant for a file an article
};

/// Every format there is, in the order in which help shows them.
std::span<const ExchangeFormat> exchange_formats();

/// None when there is no format of that name.
const ExchangeFormat* find_exchange_format(std::string_view name);

/// The format that the name of a file tells by its ending, such as `a.ris`; case does not matter. None
/// when no format has that ending, or more than one.
const ExchangeFormat* exchange_format_of_file(std::string_view name);

/// True of `a.xlsx`, `a.pdf` and their like: who names such a file wants what no format gives.
bool is_ending_of_others(std::string_view name);

/// Writes a document of articles one after the other, holding none.
class ExchangeDocument {
public:
    /// `alone`: the document is to hold one article. The format must have a printer.
    ExchangeDocument(std::ostream& out, const ExchangeFormat& format, bool alone)
        : out_(out), format_(format), framed_(!alone || format.framed_alone) {}

    void write(const Article& article);

    /// To be called once, after the last article.
    void finish();

private:
    std::ostream& out_;
    const ExchangeFormat& format_;
    bool framed_;
    std::size_t written_ = 0;
};

/// A name for a file of one article, its own in the archive it comes from: `12-river-port-reopens.md`.
/// Of letters, digits and hyphens, at most 120 bytes.
std::string file_name(const Article& article, std::string_view suffix);

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

/// The text with the lines above it that a paper prints, each known by its label or its form: `add` reads it.
std::string plain_text(const Article& article);

/// One row of a CSV file, without its line end; csv_header() names its fields.
std::string csv_article(const Article& article);
std::string csv_header();

}  // namespace newsarc::output
