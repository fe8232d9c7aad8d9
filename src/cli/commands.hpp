#pragma once

#include "ask/change/change.hpp"
#include "ask/question/question.hpp"
#include "cli/config.hpp"
#include "cli/context.hpp"
#include "cli/option/command_line.hpp"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::cli {

/// One command: it declares its options and arguments, then runs with what was given for them.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    virtual void declare(Parameters& options) = 0;

    /// Does the work and gives back the exit status. May throw Error.
    virtual int run(Context& context) = 0;
};

/// A row of the table of commands.
struct CommandRow {
    std::string_view name;
    std::string_view summary;   ///< one line
    std::string_view examples;  ///< command lines, one a line, each ended by a newline
    std::unique_ptr<Command> (*make)();
};

/// Has the archive answer what was asked and settled; gives back the exit status.
int answer(Context& context, ask::Question& question);

/// The same of one that is not settled yet.
int answer(Context& context, std::unique_ptr<ask::Question> question);

/// Settles a change and has it carried out.
int carry_out(Context& context, ask::Change& change);

/// Every command there is, in the order in which help shows them.
std::span<const CommandRow> commands();

const CommandRow* find_command(std::string_view name);

/// The options and arguments of a command, those that every command takes among them. Both
/// arguments must outlive what is given back.
Parameters declared_options(Command& command, GlobalOptions& global);

/// What to say when there is neither a command nor an alias of the user's of that name.
Error no_such_command(const std::string& name, const Aliases& aliases);

std::unique_ptr<Command> make_add();
std::unique_ptr<Command> make_parse();
std::unique_ptr<Command> make_search();
std::unique_ptr<Command> make_show();
std::unique_ptr<Command> make_stats();
std::unique_ptr<Command> make_tag();
std::unique_ptr<Command> make_edit();
std::unique_ptr<Command> make_remove();
std::unique_ptr<Command> make_import();
std::unique_ptr<Command> make_check();
std::unique_ptr<Command> make_mcp();
std::unique_ptr<Command> make_serve();
std::unique_ptr<Command> make_completions();
std::unique_ptr<Command> make_help();
std::unique_ptr<Command> make_export();
std::unique_ptr<Command> make_backup();
std::unique_ptr<Command> make_optimize();

}  // namespace newsarc::cli
