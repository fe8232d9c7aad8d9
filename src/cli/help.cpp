#include "cli/help.hpp"

#include "text/terminal.hpp"

#include <algorithm>
#include <vector>

namespace newsarc::cli {
namespace {

constexpr std::string_view overview_examples =
    "newsarc add article.txt folder/\n"
    "newsarc search taliban weapons\n"
    "newsarc show 1\n";

constexpr std::size_t widest_term = 24;

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

void print_lines(std::ostream& out, std::string_view title, const std::vector<Line>& lines,
                 const output::Style& style) {
    if (lines.empty()) return;
    std::size_t width = 0;
    for (const Line& line : lines)
        width = std::max(width, std::min(line.term.size(), widest_term));
    out << "\n" << style.heading(title) << "\n";
    for (const Line& line : lines) {
        out << "  " << line.term;
        if (line.term.size() > width) {
            out << "\n  " << std::string(width, ' ');
        } else {
            out << std::string(width - line.term.size(), ' ');
        }
        out << "  " << line.text << "\n";
    }
}

std::vector<Line> option_lines(const OptionSet& options, bool global) {
    std::vector<Line> lines;
    for (const DeclaredOption& option : options.options()) {
        if (option.global != global) continue;
        std::string term;
        for (const std::string_view name : split_names(option.names)) {
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

}  // namespace

std::string synopsis(const CommandRow& row, const OptionSet& options) {
    std::string out = "newsarc " + std::string(row.name) + " [options]";
    if (const auto& operand = options.operand()) {
        out += " " + (operand->least == 0 ? "[" + operand->metavar + "]" : operand->metavar);
        if (operand->most != 1) out += "...";
    }
    return out;
}

void print_overview(std::ostream& out, const OptionSet& options, const output::Style& style) {
    out << "newsarc keeps news articles in one file and finds them again.\n";
    print_examples(out, overview_examples, style);
    out << "\n" << style.heading("Usage:") << " newsarc [options] COMMAND ...\n";
    std::vector<Line> lines;
    for (const CommandRow& row : commands())
        lines.push_back({std::string(row.name), std::string(row.summary)});
    print_lines(out, "Commands:", lines, style);
    print_lines(out, "Options of every command, before or after it:", option_lines(options, true), style);
    out << "\nnewsarc COMMAND --help shows the options and examples of a command.\n";
}

void print_help(std::ostream& out, const CommandRow& row, const OptionSet& options,
                const output::Style& style) {
    out << "newsarc " << row.name << ": " << row.summary << "\n";
    print_examples(out, row.examples, style);
    out << "\n" << style.heading("Usage:") << " " << synopsis(row, options) << "\n";
    if (const auto& operand = options.operand()) {
        print_lines(out, "Arguments:", {{operand->metavar, operand->help}}, style);
    }
    print_lines(out, "Options:", option_lines(options, false), style);
    print_lines(out, "Options of every command:", option_lines(options, true), style);
}

}  // namespace newsarc::cli
