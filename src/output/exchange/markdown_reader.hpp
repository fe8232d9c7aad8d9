#pragma once

#include <cstddef>
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

}  // namespace newsarc::output
