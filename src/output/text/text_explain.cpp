#include "output/text/lines.hpp"
#include "output/text/text.hpp"
#include "text/terminal.hpp"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace newsarc::output {
namespace {

constexpr std::size_t number_width = 5;
constexpr std::size_t type_width = 13;
constexpr std::size_t text_column = number_width + 1 + type_width + 1;

std::string cut(const std::string& text, const Layout& layout) {
    if (!layout.width) return text;
    return text::cut_to_width(text, std::max<std::size_t>(*layout.width, text_column + 10) - text_column);
}

}  // namespace

void print_explained(std::ostream& out, const ParsedArticle& parsed, const Layout& layout) {
    const std::string headline =
        parsed.article.headline ? on_one_line(*parsed.article.headline) : "(no headline)";
    out << layout.style.heading(headline) << "\n"
        << layout.style.faint("bytes " + std::to_string(parsed.offset) + " to " +
                              std::to_string(parsed.offset + parsed.length))
        << "\n";
    for (const ExplainedLine& line : parsed.lines) {
        std::ostringstream head;
        head << std::setw(number_width) << line.number << " " << std::left << std::setw(type_width)
             << line.type << " ";
        out << head.str() << cut(on_one_line(line.text), layout) << "\n";
        for (const std::string& rule : broken(on_one_line(line.rule), layout, text_column))
            out << std::string(text_column, ' ') << layout.style.faint(rule) << "\n";
    }
}

void print_explanation(std::ostream& out, const SearchResult& result, const Layout& layout) {
    out << layout.style.heading("Understood as") << "\n";
    for (const std::string& line : broken(on_one_line(result.understood), layout, 2))
        out << "  " << line << "\n";
    if (!result.explanation) return;
    std::ostringstream table;
    table << std::fixed << std::setprecision(3);
    for (const ExplainedWord& word : result.explanation->words) {
        table << "  " << std::setw(8) << word.weight << "  " << std::setw(8) << word.articles << "  "
              << on_one_line(word.text);
        if (word.stem != word.text) table << " (" << on_one_line(word.stem) << ")";
        table << (word.feedback ? "  from feedback" : "") << "\n";
    }
    out << layout.style.heading("    Weight  Articles  Word") << "\n" << table.str();
    std::ostringstream steps;
    steps << std::fixed << std::setprecision(1);
    for (const ExplainedStep& step : result.explanation->steps) {
        steps << "  " << std::setw(8) << step.seconds * 1000 << " ms  " << step.name << "\n";
    }
    out << layout.style.heading("Time") << "\n" << steps.str() << "\n";
}

}  // namespace newsarc::output
