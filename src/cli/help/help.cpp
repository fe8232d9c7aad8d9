#include "cli/help/help.hpp"

#include "cli/help/topics.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <vector>

namespace newsarc::cli {
namespace {

constexpr std::size_t widest_term = 24;

/// Columns where there is no terminal to ask.
constexpr std::size_t usual_width = 80;

/// Narrower than this, the text of an option stands below it.
constexpr std::size_t least_text = 30;

std::size_t width_of(const output::Layout& layout) {
    return layout.width.value_or(usual_width);
}

struct Line {
    std::string term;
    std::string text;
};

void print_examples(std::ostream& out, std::string_view examples, const output::Style& style) {
    out << "\n" << style.heading("Examples:") << "\n";
    while (!examples.empty()) {
        const std::size_t end = examples.find('\n');
        out << "  " << examples.substr(0, end) << "\n";
        examples.remove_prefix(end + 1);
    }
}

void print_broken(std::ostream& out, std::string_view text, std::size_t indent, std::size_t width) {
    bool first = true;
    for (const std::string& line : text::wrap(text, width - indent)) {
        out << (first ? "" : std::string(indent, ' ')) << line << "\n";
        first = false;
    }
}

/// A term such as `--sort newest|oldest` broken at its blanks and behind its bars.
std::vector<std::string> broken_term(std::string_view term, std::size_t width) {
    std::vector<std::string> lines(1);
    while (!term.empty()) {
        const std::size_t end =
            std::min(term.find_first_of(" |", term.find_first_not_of(' ')), term.size() - 1);
        std::string_view piece = term.substr(0, end + 1);
        term.remove_prefix(piece.size());
        const std::size_t columns = piece.size() - (piece.back() == ' ' ? 1 : 0);
        if (!lines.back().empty() && lines.back().size() + columns > width) lines.emplace_back(6, ' ');
        lines.back() += piece;
    }
    return lines;
}

/// Terms to the left, texts to the right of them, or below where the width does not allow that.
void print_lines(std::ostream& out, std::string_view title, const std::vector<Line>& lines,
                 const output::Layout& layout) {
    if (lines.empty()) return;
    const std::size_t width = width_of(layout);
    std::size_t term_width = 0;
    for (const Line& line : lines)
        term_width = std::max(term_width, std::min(line.term.size(), widest_term));
    const bool beside = term_width + 4 + least_text <= width;
    const std::size_t column = beside ? term_width + 4 : 8;
    out << "\n";
    for (const std::string& line : text::wrap(title, width))
        out << layout.style.heading(line) << "\n";
    for (const Line& line : lines) {
        if (beside && line.term.size() <= term_width) {
            out << "  " << line.term << std::string(term_width - line.term.size() + 2, ' ');
        } else {
            for (const std::string& part : broken_term(line.term, width - 2))
                out << "  " << part << "\n";
            out << std::string(column, ' ');
        }
        print_broken(out, line.text, column, width);
    }
}

std::vector<Line> option_lines(const Parameters& options, bool global) {
    std::vector<Line> lines;
    for (const Parameter& option : options.all()) {
        if (option.global != global) continue;
        std::string term;
        for (const std::string_view name : ask::split_names(option.names)) {
            // Long names stand below each other, whether there is a short one or not.
            if (term.empty() && name.starts_with("--")) term = "    ";
            if (term.size() > 4 || (!term.empty() && term.front() == '-')) term += ", ";
            term += name;
        }
        if (!option.metavar.empty()) term += " " + option.metavar;
        lines.push_back({std::move(term), option.help});
    }
    return lines;
}

void print_usage(std::ostream& out, std::string_view usage, const output::Layout& layout) {
    const std::string title = "Usage:";
    out << "\n" << layout.style.heading(title) << " ";
    print_broken(out, usage, title.size() + 1, width_of(layout));
}

}  // namespace

std::string synopsis(const CommandRow& row, const Parameters& options) {
    std::string out = "newsarc " + std::string(row.name) + " [options]";
    if (const auto& operand = options.operand()) {
        out += " " + (operand->least == 0 ? "[" + operand->metavar + "]" : operand->metavar);
        if (operand->most != 1) out += "...";
    }
    return out;
}

void print_overview(std::ostream& out, const Parameters& options, const output::Layout& layout) {
    print_broken(out, "newsarc keeps news articles in one file and finds them again.", 0, width_of(layout));
    print_examples(out, overview_examples, layout.style);
    print_usage(out, "newsarc [options] COMMAND ...", layout);
    std::vector<Line> lines;
    for (const CommandRow& row : commands())
        lines.push_back({std::string(row.name), std::string(row.summary)});
    print_lines(out, "Commands:", lines, layout);
    print_lines(out, "Options of every command, before or after it:", option_lines(options, true), layout);
    lines.clear();
    for (const Topic& topic : topics())
        lines.push_back({std::string(topic.name), std::string(topic.summary)});
    print_lines(out, "Topics:", lines, layout);
    out << "\n";
    print_broken(out,
                 "newsarc help COMMAND shows the options and examples of a command, newsarc help TOPIC "
                 "explains a topic.",
                 0, width_of(layout));
}

void print_help(std::ostream& out, const CommandRow& row, const Parameters& options,
                const output::Layout& layout) {
    print_broken(out, std::string("newsarc ").append(row.name).append(": ").append(row.summary), 0,
                 width_of(layout));
    print_examples(out, row.examples, layout.style);
    print_usage(out, synopsis(row, options), layout);
    if (const auto& operand = options.operand()) {
        print_lines(out, "Arguments:", {{operand->metavar, operand->help}}, layout);
    }
    print_lines(out, "Options:", option_lines(options, false), layout);
    print_lines(out, "Options of every command:", option_lines(options, true), layout);
}

}  // namespace newsarc::cli
