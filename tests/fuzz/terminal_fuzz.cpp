#include <newsarc/article.hpp>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

#include "fuzz/fuzz.hpp"
#include "output/article.hpp"
#include "output/text/layout.hpp"
#include "output/text/terminal_text.hpp"
#include "support/harmless.hpp"
#include "text/terminal.hpp"

using namespace newsarc;

namespace {

void require_harmless(const std::string& text, const std::string& what) {
    const auto harm = test::harm_in(text);
    fuzz::require(!harm, what + " is harmless: " + harm.value_or(""));
}

/// The text in every field that is printed.
Article article_of(const std::string& text) {
    Article out;
    out.id = 1;
    out.uid = text;
    out.headline = out.deck = out.credit = out.byline = out.language = out.path = out.key = text;
    out.body = text;
    out.dateline = Dateline{.text = text, .place = text, .date = text, .agency = text};
    Link link;
    link.url = text;
    link.title = link.host = text;
    Link address;
    address.url = "https://example.org/" + text;
    out.links = {link, address};
    out.notes = {Note{.kind = NoteKind::editor, .text = text}};
    out.tags = {text};
    out.warnings = {text};
    return out;
}

}  // namespace

/// Nothing that is cleaned, laid out or printed commands a terminal.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const std::string clean = text::clean_for_terminal(bytes);
    const std::string line = text::clean_line_for_terminal(bytes);
    require_harmless(clean, "cleaned text");
    require_harmless(line, "a cleaned line");
    fuzz::require(line.find_first_of("\n\t") == std::string::npos, "a cleaned line is one line");
    fuzz::require(text::clean_line_for_terminal(line) == line, "what is clean stays as it is");
    for (const std::size_t width : {1U, 7U, 40U}) {
        const std::string cut = text::cut_to_width(line, width);
        require_harmless(cut, "a cut line");
        fuzz::require(text::display_width(cut) <= width, "a cut line is no wider than asked");
        for (const std::string& part : text::wrap(line, width))
            require_harmless(part, "a wrapped line");
        require_harmless(text::abridged(line, width * 4), "an abridged line");
    }
    std::ostringstream streamed;
    output::TerminalStream stream(streamed);
    stream.stream() << bytes << std::flush;
    require_harmless(streamed.str(), "a cleaned stream");
    const Article article = article_of(bytes);
    for (const std::optional<std::size_t> width :
         {std::optional<std::size_t>(), std::optional<std::size_t>(30)}) {
        std::ostringstream printed;
        const output::Layout layout{.style = {.color = true, .links = true}, .width = width};
        output::print_article(printed, article, layout);
        output::print_row(printed, article, layout);
        require_harmless(printed.str(), "a printed article");
    }
    return 0;
}
