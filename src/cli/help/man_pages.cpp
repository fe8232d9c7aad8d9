#include "cli/help/man_pages.hpp"

#include "cli/context.hpp"
#include "cli/help/help.hpp"
#include "cli/help/topics.hpp"
#include "output/document/document.hpp"
#include "text/unicode/ascii.hpp"

#include <algorithm>

namespace newsarc::cli {
namespace {

using output::roff_bold;
using output::roff_italic;
using output::roff_text;

void print_head(std::ostream& out, const std::string& name, int section, std::string_view summary,
                const ManEdition& edition) {
    std::string title = name;
    std::ranges::transform(title, title.begin(), text::ascii_upper);
    out << ".\\\" Made from the tables that `newsarc --help` is made from.\n"
        << ".TH " << title << " " << section << " \"" << edition.date << "\" \"newsarc " << edition.version
        << "\" \"" << (section == 1 ? "User Commands" : "newsarc") << "\"\n"
        << ".nh\n.ad l\n"
        << ".SH NAME\n"
        << roff_text(name) << " \\- " << roff_text(summary) << "\n";
}

void print_examples(std::ostream& out, std::string_view examples) {
    out << ".SH EXAMPLES\n.nf\n";
    while (!examples.empty()) {
        const std::size_t end = examples.find('\n');
        out << roff_text(examples.substr(0, end)) << "\n";
        examples.remove_prefix(end + 1);
    }
    out << ".fi\n";
}

void print_item(std::ostream& out, const std::string& term, std::string_view text) {
    out << ".TP\n" << term << "\n" << roff_text(text) << "\n";
}

/// A long list of choices may be broken behind its bars (groff(7), `\\:`).
std::string breakable(const std::string& choices) {
    std::string out;
    for (const char c : choices)
        out += c == '|' ? "|\\:" : std::string(1, c);
    return out;
}

void print_options(std::ostream& out, const Parameters& options, bool global) {
    for (const Parameter& option : options.all()) {
        if (option.global != global) continue;
        std::string term;
        for (const std::string_view name : ask::split_names(option.names))
            term += (term.empty() ? "" : ", ") + roff_bold(name);
        if (!option.metavar.empty()) term += " " + breakable(roff_italic(option.metavar));
        print_item(out, term, option.help);
    }
}

void print_see_also(std::ostream& out) {
    out << ".SH SEE ALSO\n" << roff_bold("newsarc") << "(1)";
    for (const Topic& topic : topics())
        out << ",\n" << roff_bold("newsarc-" + std::string(topic.name)) << "(7)";
    out << "\n";
}

}  // namespace

void print_program_page(std::ostream& out, const ManEdition& edition) {
    GlobalOptions global;
    Parameters options;
    declare_global_options(options, global);
    print_head(out, "newsarc", 1, "keep news articles in one file and find them again", edition);
    out << ".SH SYNOPSIS\n"
        << roff_bold("newsarc") << " [" << roff_italic("options") << "] " << roff_italic("COMMAND")
        << " ...\n";
    print_examples(out, overview_examples);
    out << ".SH COMMANDS\nEach has a page of its own, such as " << roff_bold("newsarc-add") << "(1).\n";
    for (const CommandRow& row : commands())
        print_item(out, roff_bold(row.name), row.summary);
    out << ".SH OPTIONS\nEvery command takes these, before or after its name.\n";
    print_options(out, options, true);
    out << ".SH CONFIGURATION\n";
    output::print_roff_document(out, embedded("docs/configuration.md"));
    print_see_also(out);
}

void print_command_page(std::ostream& out, const CommandRow& row, const ManEdition& edition) {
    const std::unique_ptr<Command> command = row.make();
    GlobalOptions global;
    const Parameters options = declared_options(*command, global);
    print_head(out, "newsarc-" + std::string(row.name), 1, row.summary, edition);
    out << ".SH SYNOPSIS\n" << roff_text(synopsis(row, options)) << "\n";
    print_examples(out, row.examples);
    if (const auto& operand = options.operand()) {
        out << ".SH ARGUMENTS\n";
        print_item(out, roff_italic(operand->metavar), operand->help);
    }
    const bool has_options =
        std::ranges::any_of(options.all(), [](const Parameter& option) { return !option.global; });
    out << ".SH OPTIONS\n";
    print_options(out, options, false);
    if (has_options) out << ".SS Options of every command\n";
    print_options(out, options, true);
    out << ".SH EXIT STATUS\nThat of " << roff_bold("newsarc") << "(1).\n";
    print_see_also(out);
}

void print_topic_page(std::ostream& out, const Topic& topic, const ManEdition& edition) {
    print_head(out, "newsarc-" + std::string(topic.name), 7, topic.summary, edition);
    out << ".SH DESCRIPTION\n";
    output::print_roff_document(out, embedded(topic.document));
    out << ".SH SEE ALSO\n" << roff_bold("newsarc") << "(1)\n";
}

}  // namespace newsarc::cli
