#include "output/exchange/formats.hpp"

#include "output/article.hpp"
#include "text/unicode/ascii.hpp"
#include "text/unicode/letters.hpp"
#include "text/unicode/utf8.hpp"

#include <algorithm>
#include <array>

namespace newsarc::output {
namespace {

std::string json_line(const Article& article) {
    return article_json(article) + "\n";
}

const std::array<ExchangeFormat, 10>& table() {
    static const std::array<ExchangeFormat, 10> formats{{
        {.name = "jsonl",
         .summary = "every field, an article a line; `import` reads it back",
         .suffix = ".jsonl",
         .article = json_line,
         .between = "",
         .end = ""},
        {.name = "markdown",
         .summary = "text to read, with front matter",
         .suffix = ".md",
         .article = markdown,
         .between = "\n\n",
         .is_for_a_file = true},
        {.name = "text",
         .summary = "text for concordancers and counters of words; `add` reads it back",
         .suffix = ".txt",
         .article = plain_text,
         .between = "\n\n***\n\n",
         .is_for_a_file = true},
        {.name = "ninjs",
         .summary = "IPTC ninjs 3.1, news for news systems",
         .suffix = ".json",
         .article = ninjs,
         .begin = "[\n",
         .between = ",\n",
         .end = "\n]\n",
         .empty = "[]\n",
         .framed_alone = false},
        {.name = "jsonld",
         .summary = "schema.org NewsArticle, for web pages",
         .suffix = ".jsonld",
         .article = json_ld,
         .begin = "[\n",
         .between = ",\n",
         .end = "\n]\n",
         .empty = "[]\n",
         .framed_alone = false},
        {.name = "csl-json",
         .summary = "citations for Zotero, pandoc and citeproc",
         .suffix = ".json",
         .article = csl_json,
         .begin = "[\n",
         .between = ",\n",
         .end = "\n]\n",
         .empty = "[]\n"},
        {.name = "bibtex",
         .summary = "citations for BibLaTeX",
         .suffix = ".bib",
         .article = bibtex,
         .between = "\n\n"},
        {.name = "ris",
         .summary = "citations for EndNote and other reference managers",
         .suffix = ".ris",
         .article = ris,
         .between = "\r\n",
         .end = "\r\n"},
        {.name = "csv",
         .summary = "a table, an article a row",
         .suffix = ".csv",
         .article = csv_article,
         .begin = csv_header() + "\r\n",
         .between = "\r\n",
         .end = "\r\n",
         .empty = csv_header() + "\r\n"},
        {.name = "original", .summary = "the files as they were added", .suffix = ".txt"},
    }};
    return formats;
}

}  // namespace

std::span<const ExchangeFormat> exchange_formats() {
    return table();
}

const ExchangeFormat* find_exchange_format(std::string_view name) {
    for (const ExchangeFormat& format : table()) {
        if (format.name == name) return &format;
    }
    return nullptr;
}

bool is_ending_of_others(std::string_view name) {
    constexpr std::array<std::string_view, 18> endings{
        ".xlsx", ".xls",  ".ods", ".numbers", ".doc", ".docx",   ".odt",     ".rtf",     ".pdf",
        ".epub", ".html", ".htm", ".xml",     ".zip", ".sqlite", ".parquet", ".feather", ".rds"};
    const std::string lower = text::in_ascii_lower_case(name);
    return std::ranges::any_of(endings, [&](std::string_view ending) { return lower.ends_with(ending); });
}

const ExchangeFormat* exchange_format_of_file(std::string_view name) {
    const std::string lower = text::in_ascii_lower_case(name);
    const ExchangeFormat* found = nullptr;
    for (const ExchangeFormat& format : table()) {
        if (format.article == nullptr || !lower.ends_with(format.suffix)) continue;
        if (found != nullptr) return nullptr;
        found = &format;
    }
    return found;
}

void ExchangeDocument::write(const Article& article) {
    if (written_++ > 0) {
        out_ << format_.between;
    } else if (framed_) {
        out_ << format_.begin;
    }
    out_ << format_.article(article);
}

void ExchangeDocument::finish() {
    if (written_ == 0) {
        out_ << format_.empty;
    } else {
        out_ << (framed_ ? format_.end : "\n");
    }
}

namespace {

constexpr std::size_t longest_words = 80;

/// The words in small letters, with hyphens between, as many as fit.
std::string hyphenated(std::string_view text) {
    std::string out;
    std::string word;
    for (std::size_t at = 0; at <= text.size();) {
        const text::CodePoint point = text::code_point_at(text, at);
        if (point.length > 0 && point.valid && text::is_word_character(point.value)) {
            word += point.length == 1 ? std::string(1, text::ascii_lower(text[at]))
                                      : std::string(text.substr(at, point.length));
        } else if (!word.empty()) {
            if (out.size() + word.size() + 1 > longest_words) return out;
            out += "-" + word;
            word.clear();
        }
        at += point.length > 0 ? point.length : 1;
    }
    return out;
}

}  // namespace

std::string file_name(const Article& article, std::string_view suffix) {
    const std::string number = article.id ? std::to_string(*article.id) : article.uid;
    return number + hyphenated(article.headline.value_or("")) + std::string(suffix);
}

}  // namespace newsarc::output
