#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/help/help.hpp"
#include "cli/help/topics.hpp"
#include "output/document/document.hpp"
#include "text/terminal.hpp"
#include "text/wording.hpp"

#include <vector>

namespace newsarc::cli {
namespace {

[[noreturn]] void refuse(const std::string& name) {
    std::vector<std::string_view> known = text::names_of(commands(), &CommandRow::name);
    for (const Topic& topic : topics())
        known.push_back(topic.name);
    throw Error(ErrorCode::usage, "there is no help on '" + name + "'",
                text::did_you_mean(name, known, "newsarc help lists commands and topics"));
}

class Help : public Command {
public:
    void declare(Parameters& options) override {
        options.operands("COMMAND|TOPIC", "what to explain (else commands and topics are listed)", names_, 0,
                         1);
    }

    int run(Context& context) override {
        if (!names_.empty()) follow_alias(context);
        if (names_.empty()) {
            Parameters options;
            declare_global_options(options, context.global);
            print_overview(context.out, options, context.layout());
        } else if (const CommandRow* row = find_command(names_.front())) {
            const std::unique_ptr<Command> command = row->make();
            print_help(context.out, *row, declared_options(*command, context.global), context.layout());
        } else if (const Topic* topic = find_topic(names_.front())) {
            context.start_pager();
            output::print_document(context.out, embedded(topic->document), context.layout());
        } else {
            refuse(names_.front());
        }
        return exit_done;
    }

private:
    /// An alias is explained by what it stands for, and the command in that.
    void follow_alias(Context& context) {
        const std::string& name = names_.front();
        if (context.global.no_config || find_command(name) != nullptr || find_topic(name) != nullptr) return;
        Aliases aliases;
        try {
            aliases = user_config(context.environment).aliases;
        } catch (const Error&) {
            return;  // The note on the file has been printed.
        }
        const auto alias = aliases.find(name);
        if (alias == aliases.end()) return;
        std::string line = "newsarc";
        for (const std::string& word : alias->second)
            line += " " + word;
        context.out << text::clean_line_for_terminal(name + " is an alias: " + line) << "\n\n";
        names_.front() = alias->second.front();
    }

    std::vector<std::string> names_;
};

}  // namespace

std::unique_ptr<Command> make_help() {
    return std::make_unique<Help>();
}

}  // namespace newsarc::cli
