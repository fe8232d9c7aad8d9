#include "input/office/pdf.hpp"

#include <newsarc/error.hpp>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "input/office/child.hpp"
#include "input/page/page.hpp"
#include "text/unicode/fold.hpp"
#include "text/unicode/utf8.hpp"

namespace newsarc::input {
namespace {

/// How many lines at the top and the foot of a page may be heads and feet.
constexpr std::size_t margin = 3;

std::vector<std::string_view> split(std::string_view text, char mark) {
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t end = text.find(mark);
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return out;
        text.remove_prefix(end + 1);
    }
}

using Page = std::vector<std::string>;  // of squeezed lines; empty ones part paragraphs

/// The numbers of the lines that stand at the top and the foot.
std::vector<std::size_t> edges(const Page& page) {
    std::vector<std::size_t> full;
    for (std::size_t i = 0; i < page.size(); ++i) {
        if (!page[i].empty()) full.push_back(i);
    }
    if (full.size() > 2 * margin) full.erase(full.begin() + margin, full.end() - margin);
    return full;
}

/// A line with its numbers made one sign: `Page 3 of 12` on each page.
std::string pattern_of(std::string_view line) {
    std::string out;
    for (const char c : text::fold(line)) {
        const bool is_digit = c >= '0' && c <= '9';
        if (!is_digit)
            out += c;
        else if (!out.ends_with('#'))
            out += '#';
    }
    return out;
}

/// `- 12 -`, `3/12`.
bool is_number_of_page(std::string_view line) {
    return line.size() <= 12 && line.find_first_of("0123456789") != std::string_view::npos &&
           line.find_first_not_of("0123456789 -/|.[]()") == std::string_view::npos;
}

/// Leaves out what is on the edge of many pages. A head without a number stays where it comes first: it may
/// be the headline.
void drop_heads(std::vector<Page>& pages) {
    std::map<std::string, std::size_t> seen;  // pages
    for (const Page& page : pages) {
        std::vector<std::string> patterns;
        for (const std::size_t i : edges(page))
            patterns.push_back(pattern_of(page[i]));
        std::ranges::sort(patterns);
        patterns.erase(std::unique(patterns.begin(), patterns.end()), patterns.end());
        for (const std::string& each : patterns)
            ++seen[each];
    }
    // Left and right pages may have heads of their own.
    const std::size_t often = std::max<std::size_t>(2, pages.size() / 3);
    std::map<std::string, bool> kept;
    for (Page& page : pages) {
        for (const std::size_t i : edges(page)) {
            const std::string pattern = pattern_of(page[i]);
            const bool comes_again = seen[pattern] >= often;
            const bool has_number = pattern.find('#') != std::string::npos;
            if (comes_again && !has_number && !std::exchange(kept[pattern], true)) continue;
            if (comes_again || is_number_of_page(page[i])) page[i].clear();
        }
    }
}

bool ends_sentence(std::string_view line) {
    while (line.ends_with('"') || line.ends_with('\'') || line.ends_with(')') || line.ends_with("\u201D") ||
           line.ends_with("\u2019") || line.ends_with("\u00BB"))
        line.remove_suffix(line.ends_with("\u00BB")                               ? 2
                           : line.ends_with("\u201D") || line.ends_with("\u2019") ? 3
                                                                                  : 1);
    return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') || line.ends_with(':') ||
           line.ends_with("\u3002") || line.ends_with("\u2026");
}

/// A letter that begins no sentence.
bool begins_small(std::string_view line) {
    return !line.empty() && text::fold(line.substr(0, 1)) == line.substr(0, 1) && line.front() >= 'a' &&
           line.front() <= 'z';
}

/// Adds a line to a paragraph: a word broken at the end of the last one is made whole.
void join(std::string& paragraph, std::string_view line) {
    if (paragraph.empty()) {
        paragraph = line;
    } else if (paragraph.ends_with("\u00AD")) {
        paragraph.resize(paragraph.size() - 2);
        paragraph.append(line);
    } else if (paragraph.ends_with('-') && paragraph.size() > 1 && paragraph[paragraph.size() - 2] != ' ' &&
               begins_small(line)) {
        paragraph.pop_back();
        paragraph.append(line);
    } else {
        paragraph.append(" ").append(line);
    }
}

/// The paragraphs of lines that no empty one parts: a line much shorter than the others that ends a sentence
/// ends one.
void add_paragraphs(const std::vector<std::string_view>& lines, std::vector<std::string>& out) {
    std::size_t widest = 0;
    for (const std::string_view line : lines)
        widest = std::max(widest, line.size());
    std::string paragraph;
    for (const std::string_view line : lines) {
        join(paragraph, line);
        if (line.size() * 5 < widest * 4 && ends_sentence(line)) out.push_back(std::exchange(paragraph, {}));
    }
    if (!paragraph.empty()) out.push_back(std::move(paragraph));
}

std::vector<std::string> paragraphs_of(const std::vector<Page>& pages) {
    std::vector<std::string> out;
    for (const Page& page : pages) {
        for (std::size_t at = 0; at < page.size(); ++at) {
            std::vector<std::string_view> lines;
            for (; at < page.size() && !page[at].empty(); ++at)
                lines.push_back(page[at]);
            std::vector<std::string> more;
            add_paragraphs(lines, more);
            if (more.empty()) continue;
            // A sentence goes on in the next column or on the next page.
            constexpr std::size_t a_line = 30;
            std::size_t first = 0;
            if (!out.empty() && out.back().size() > a_line && !ends_sentence(out.back()) &&
                begins_small(more.front())) {
                join(out.back(), more.front());
                first = 1;
            }
            std::move(more.begin() + static_cast<std::ptrdiff_t>(first), more.end(), std::back_inserter(out));
        }
    }
    return out;
}

/// What stands between marks; empty where it does not.
std::string_view between(std::string_view text, std::string_view begin, std::string_view end) {
    const std::size_t at = text.find(begin);
    if (at == std::string_view::npos) return {};
    text.remove_prefix(at + begin.size());
    return text.substr(0, std::min(text.find(end), text.size()));
}

/// What programs write where nobody gave a title: `Microsoft Word - draft.doc`, `page3.qxd`.
bool is_title(const std::string& title) {
    const std::size_t dot = title.rfind('.');
    const bool is_file =
        dot != std::string::npos && title.size() - dot <= 5 && title.find(' ', dot) == std::string::npos;
    return title.find(' ') != std::string::npos && !is_file && title.find(" - ") == std::string::npos;
}

Document stated_in(std::string_view head) {
    Document out;
    if (std::string title = plain_text(between(head, "<title>", "</title>")); is_title(title))
        out.headline = std::move(title);
    const auto meta = [&](std::string_view name) {
        return plain_text(
            between(head, std::string("<meta name=\"").append(name).append("\" content=\""), "\"/>"));
    };
    if (std::string author = meta("Author"); !author.empty()) out.authors.push_back({std::move(author)});
    if (std::string date = meta("CreationDate"); !date.empty()) out.published.push_back(std::move(date));
    return out;
}

void check(const ChildResult& result, std::string_view pdf) {
    using End = ChildResult::End;
    switch (result.end) {
        case End::done: return;
        case End::missing:
            throw Error(ErrorCode::input, "a PDF, and reading one takes pdftotext, which is not there",
                        "install it (Debian: poppler-utils)");
        case End::slow:
            throw Error(ErrorCode::input, "a PDF whose text takes more than 30 seconds to find",
                        "print the pages of the article into a PDF of their own");
        case End::large:
            throw Error(ErrorCode::input, "a PDF with more than 64 MB of text", "give it in parts");
        case End::failed: break;
    }
    if (pdf.find("/Encrypt") != std::string_view::npos)
        throw Error(ErrorCode::input, "an encrypted PDF",
                    "save it without its password: qpdf --decrypt IN.pdf OUT.pdf");
    throw Error(ErrorCode::input, "a PDF that pdftotext cannot read",
                "open it with its program, and save it anew");
}

}  // namespace

bool begins_pdf(std::string_view start) {
    // Lines may stand before it (ISO 32000, annex H).
    return start.starts_with("%PDF-") || start.substr(0, 1024).find("\n%PDF-1.") != std::string_view::npos;
}

std::string mended_pdf_text(std::string_view text) {
    std::vector<Page> pages;
    for (const std::string_view page : split(text, '\f')) {
        pages.emplace_back();
        for (const std::string_view line : split(page, '\n'))
            pages.back().push_back(text::squeeze(line));
    }
    drop_heads(pages);
    std::string out;
    for (const std::string& paragraph : paragraphs_of(pages))
        out.append(out.empty() ? "" : "\n\n").append(paragraph);
    return out;
}

InnerFile read_pdf(std::string_view bytes) {
    const ChildResult result = run_child({"pdftotext", "-enc", "UTF-8", "-htmlmeta", "-q", "-", "-"}, bytes);
    check(result, bytes);
    const std::string all = text::to_valid_utf8(result.out);
    const std::size_t begin = std::min(all.find("<pre>"), all.size());
    const std::size_t end = std::max(begin, std::min(all.rfind("</pre>"), all.size()));
    InnerFile out;
    out.kind = "text";
    out.given.encoding = "UTF-8";
    out.stated = stated_in(std::string_view(all).substr(0, begin));
    out.source.bytes = mended_pdf_text(
        std::string_view(all).substr(std::min(begin + 5, end), end - std::min(begin + 5, end)));
    if (out.source.bytes.empty())
        throw Error(ErrorCode::input, "a PDF without text: a picture of a page",
                    "run OCR: ocrmypdf IN.pdf OUT.pdf");
    return out;
}

}  // namespace newsarc::input
