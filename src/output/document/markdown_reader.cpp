#include "output/document/document.hpp"

#include <algorithm>

#include "text/unicode/lines.hpp"

namespace newsarc::output {
namespace {

using Kind = MarkdownBlock::Kind;

/// The length of `[text](target)` at the front, and its text; 0 when there is none.
std::size_t link_length(std::string_view text, std::string_view& label) {
    const std::size_t close = text.find("](");
    if (!text.starts_with('[') || close == std::string_view::npos) return 0;
    const std::size_t end = text.find(')', close);
    if (end == std::string_view::npos) return 0;
    label = text.substr(1, close - 1);
    return end + 1;
}

/// A line without its links and the stars of strong and slanted text; code stays as it is.
std::string plain(std::string_view text) {
    std::string out;
    bool code = false;
    while (!text.empty()) {
        std::string_view label;
        std::size_t taken = 1;
        if (text.front() == '`') code = !code;
        if (!code && (taken = link_length(text, label)) > 0) {
            out += label;
        } else if (!code && text.starts_with("**")) {
            taken = 2;
        } else if (!code && text.front() == '\\' && text.size() > 1) {
            out += text[1];
            taken = 2;
        } else {
            out += text.front();
            taken = 1;
        }
        text.remove_prefix(taken);
    }
    return out;
}

/// What stands in a cell: code without its backticks when there is nothing else in it.
std::string cell(std::string_view text) {
    text = text::trimmed(text);
    std::string code;
    bool in_code = false;
    for (const char c : text) {
        if (c == '`') {
            in_code = !in_code;
        } else if (in_code || c == ',' || c == ' ') {
            code += c;
        } else {
            return plain(text);
        }
    }
    return code;
}

/// The cells between the bars of a line; a bar in code and one behind a backslash are text.
std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> out;
    std::string current;
    bool code = false;
    line = text::trimmed(line);
    line.remove_prefix(1);
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '`') code = !code;
        if (line[i] == '\\' && i + 1 < line.size() && line[i + 1] == '|') {
            current += line[++i];
        } else if (line[i] == '|' && !code) {
            out.push_back(cell(current));
            current.clear();
        } else {
            current += line[i];
        }
    }
    return out;
}

bool is_ruler(std::string_view line) {
    return line.starts_with('|') && line.find_first_not_of("|-: ") == std::string_view::npos;
}

/// The mark of a list item at the front of a line: `- ` or `12. `.
std::string_view item_mark(std::string_view line) {
    if (line.starts_with("- ")) return line.substr(0, 1);
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && line.substr(digits).starts_with(". ")) return line.substr(0, digits + 1);
    return {};
}

class Reader {
public:
    void take(std::string_view line) {
        const std::string_view text = text::trimmed(line);
        if (text.starts_with("```")) {
            in_code_ = !in_code_;
            if (in_code_) open({.kind = Kind::code});
        } else if (in_code_) {
            blocks_.back().lines.emplace_back(line);
        } else if (text.empty()) {
            open_ = false;
        } else if (text.starts_with('#')) {
            const std::size_t rank = text.find_first_not_of('#');
            add({.kind = Kind::heading, .depth = rank, .lines = {plain(text::trimmed(text.substr(rank)))}});
        } else if (text.starts_with('|')) {
            take_row(text);
        } else if (const std::string_view mark = item_mark(text); !mark.empty()) {
            open({.kind = Kind::item,
                  .depth = line.size() - text.size(),
                  .mark = std::string(mark),
                  .lines = {std::string(text.substr(mark.size() + 1))}});
        } else if (open_ && blocks_.back().kind != Kind::table) {
            blocks_.back().lines.front().append(" ").append(text);
        } else {
            open({.kind = Kind::paragraph, .lines = {std::string(text)}});
        }
    }

    std::vector<MarkdownBlock> finish() {
        for (MarkdownBlock& block : blocks_) {
            const bool is_text = block.kind == Kind::paragraph || block.kind == Kind::item;
            if (is_text) block.lines.front() = plain(block.lines.front());
        }
        return std::move(blocks_);
    }

private:
    void add(MarkdownBlock block) {
        blocks_.push_back(std::move(block));
        open_ = false;
    }

    /// A block that the lines below go on with.
    void open(MarkdownBlock block) {
        blocks_.push_back(std::move(block));
        open_ = true;
    }

    void take_row(std::string_view line) {
        if (is_ruler(line)) return;
        if (!open_ || blocks_.back().kind != Kind::table) open({.kind = Kind::table});
        std::vector<std::vector<std::string>>& rows = blocks_.back().rows;
        rows.push_back(cells(line));
        rows.back().resize(rows.front().size());
    }

    std::vector<MarkdownBlock> blocks_;
    bool open_ = false;
    bool in_code_ = false;
};

}  // namespace

std::string MarkdownBlock::labelled_cell(std::size_t row, std::size_t column) const {
    const std::string& head = rows.front()[column];
    const std::string& text = rows[row][column];
    const bool plain_enough = column < 2 && rows.front().size() < 4;
    if (plain_enough || head.empty() || text.empty()) return text;
    return head + ": " + text;
}

std::vector<MarkdownBlock> read_markdown(std::string_view text) {
    Reader reader;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        reader.take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return reader.finish();
}

}  // namespace newsarc::output
