#pragma once

#include "output/text/layout.hpp"

#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::output {

/// A piece of a Markdown document, of the kinds that newsarc's own documents are made of.
struct MarkdownBlock {
    enum class Kind { heading, paragraph, item, code, table };

    Kind kind = Kind::paragraph;
    /// Of a heading its rank; of a list item the columns that it stands in from the left.
    std::size_t depth = 0;
    std::string mark = {};                ///< of a list item: `-` or `1.`
    std::vector<std::string> lines = {};  ///< text: one line, its breaks gone; code: its lines
    /// The head of a table and its rows, each with as many cells as the head.
    std::vector<std::vector<std::string>> rows = {};

    [[nodiscard]] const std::string& text() const { return lines.front(); }

    /// A cell for where it does not stand below the head of its column: with that head before it,
    /// save in the first columns of a narrow table, which need none. Empty for an empty cell.
    [[nodiscard]] std::string labelled_cell(std::size_t row, std::size_t column) const;
};

/// Headings with `#`, paragraphs, lists, fenced code and tables with bars. Within a line, links
/// become their text and strong text plain; code keeps its backticks, save in a cell of a table
/// that holds nothing else.
std::vector<MarkdownBlock> read_markdown(std::string_view text);

/// A Markdown document as text for a person: paragraphs and cells of tables broken to fit the
/// layout, or 80 columns where that names no width; code in whole lines.
void print_document(std::ostream& out, std::string_view text, const Layout& layout);

/// Text for a manual page in the man(7) macros: what means something to roff is escaped. It may begin
/// a line.
std::string roff_text(std::string_view text);

/// The same in bold or italics.
std::string roff_bold(std::string_view text);
std::string roff_italic(std::string_view text);

/// A Markdown document as sections of a manual page. Its title is left out; headings of the second
/// rank become sections.
void print_roff_document(std::ostream& out, std::string_view markdown);

}  // namespace newsarc::output
