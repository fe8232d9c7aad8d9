#include "output/article.hpp"
#include "output/document/document.hpp"
#include "output/text/layout.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace newsarc::output {
namespace {

using Row = std::vector<std::string>;
using Kind = MarkdownBlock::Kind;

constexpr std::size_t usual_width = 80;
constexpr std::size_t gap = 2;
/// A table whose last columns would be narrower than this has its cells below each other.
constexpr std::size_t least_column = 12;

/// Lines at an indent, the first behind a mark that stands in it.
void print_indented(std::ostream& out, std::string_view text, std::string_view mark, std::size_t indent,
                    std::size_t width) {
    std::string before(mark);
    before.resize(std::max(indent, mark.size()), ' ');
    for (const std::string& line : text::wrap(text, std::max(width, indent + least_column) - indent)) {
        out << before << line << "\n";
        before.assign(indent, ' ');
    }
}

/// The widths that columns want, the widest made narrower until they fit; empty when they do not.
std::vector<std::size_t> column_widths(const std::vector<Row>& rows, std::size_t width) {
    std::vector<std::size_t> widths(rows.front().size(), 1);
    for (const Row& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], text::display_width(row[i]));
    }
    const std::size_t gaps = gap * widths.size();
    while (std::accumulate(widths.begin(), widths.end(), gaps) > width) {
        std::size_t& widest = *std::ranges::max_element(widths);
        if (widest <= least_column) return {};
        --widest;
    }
    return widths;
}

void print_row(std::ostream& out, const Row& row, const std::vector<std::size_t>& widths, const Style& style,
               bool head) {
    std::vector<std::vector<std::string>> broken;
    std::size_t height = 1;
    for (std::size_t i = 0; i < row.size(); ++i) {
        broken.push_back(text::wrap(row[i], widths[i]));
        height = std::max(height, broken.back().size());
    }
    for (std::size_t k = 0; k < height; ++k) {
        std::string line;
        for (std::size_t i = 0; i < row.size(); ++i) {
            line += std::string(gap, ' ') + padded(k < broken[i].size() ? broken[i][k] : "", widths[i]);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out << (head ? style.heading(line) : line) << "\n";
    }
}

/// The first cell of each row on a line of its own, the others below it.
void print_stacked(std::ostream& out, const MarkdownBlock& table, std::size_t width, const Style& style) {
    for (std::size_t k = 1; k < table.rows.size(); ++k) {
        out << std::string(gap, ' ') << style.heading(table.rows[k].front()) << "\n";
        for (std::size_t i = 1; i < table.rows[k].size(); ++i) {
            const std::string cell = table.labelled_cell(k, i);
            if (!cell.empty()) print_indented(out, cell, "", 3 * gap, width);
        }
    }
}

void print_table(std::ostream& out, const MarkdownBlock& table, std::size_t width, const Style& style) {
    const std::vector<std::size_t> widths = column_widths(table.rows, width);
    if (widths.empty()) return print_stacked(out, table, width, style);
    const Row& names = table.rows.front();
    const bool head = std::ranges::any_of(names, [](const std::string& c) { return !c.empty(); });
    for (std::size_t k = head ? 0 : 1; k < table.rows.size(); ++k)
        print_row(out, table.rows[k], widths, style, k == 0);
}

}  // namespace

void print_document(std::ostream& out, std::string_view text, const Layout& layout) {
    const std::size_t width = layout.width.value_or(usual_width);
    const MarkdownBlock* before = nullptr;
    const std::vector<MarkdownBlock> blocks = read_markdown(text);
    for (const MarkdownBlock& block : blocks) {
        const bool goes_on = before != nullptr && before->kind == Kind::item && block.kind == Kind::item;
        const bool below_heading = before != nullptr && before->kind == Kind::heading && before->depth > 1;
        if (before != nullptr && !goes_on && !below_heading) out << "\n";
        before = &block;
        switch (block.kind) {
            case Kind::heading:
                for (const std::string& line : text::wrap(block.text(), width))
                    out << layout.style.heading(line) << "\n";
                break;
            case Kind::paragraph: print_indented(out, block.text(), "", 0, width); break;
            case Kind::item:
                print_indented(out, block.text(), std::string(block.depth, ' ') + block.mark + " ",
                               block.depth + block.mark.size() + 1, width);
                break;
            case Kind::code:
                for (const std::string& line : block.lines)
                    out << (line.empty() ? "" : "    ") << line << "\n";
                break;
            case Kind::table: print_table(out, block, width, layout.style); break;
        }
    }
}

}  // namespace newsarc::output
