#include "cli/program.hpp"

#include "cli/commands.hpp"
#include "cli/config.hpp"
#include "cli/context.hpp"
#include "cli/help/help.hpp"
#include "cli/source/input_descriptor.hpp"
#include "cli/source/inputs.hpp"
#include "cli/version.hpp"
#include "store/sql/sqlite_library.hpp"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <new>
#include <utility>

namespace newsarc::cli {
namespace {

int print_version(Context& context) {
    context.out << "newsarc " << version << "\nSQLite " << store::sqlite_version() << "\n";
    return exit_done;
}

bool is_given(std::string_view option, const std::vector<std::string>& arguments) {
    const auto end = std::find(arguments.begin(), arguments.end(), "--");
    return std::find(arguments.begin(), end, option) != end;
}

/// The arguments with an alias at their front replaced by the words that it stands for.
std::vector<std::string> without_alias(const Aliases& aliases, std::vector<std::string> arguments) {
    const auto alias = aliases.find(arguments.front());
    if (alias == aliases.end()) return arguments;
    const std::vector<std::string>& words = alias->second;
    if (find_command(words.front()) == nullptr) {
        throw Error(
            ErrorCode::usage,
            "the alias '" + arguments.front() + "' begins with '" + words.front() + "', which is no command",
            "newsarc --help lists the commands; the alias is in your config.toml");
    }
    arguments.erase(arguments.begin());
    arguments.insert(arguments.begin(), words.begin(), words.end());
    return arguments;
}

const CommandRow& command_named(const std::string& name, const Aliases& aliases) {
    if (const CommandRow* row = find_command(name)) return *row;
    throw no_such_command(name, aliases);
}

int run_without_command(Context& context, const Parameters& options) {
    if (context.global.help) {
        print_overview(context.out, options, context.layout());
        return exit_done;
    }
    throw Error(ErrorCode::usage, "no command was given",
                "newsarc --help lists the commands; to begin: newsarc add FILE-OR-FOLDER...");
}

/// Does the work; an error without a hint of its own gets this one.
template <typename Work>
void with_hint(const std::string& hint, const Work& work) {
    try {
        work();
    } catch (const Error& error) {
        if (!error.hint().empty()) throw;
        throw Error(error.code(), error.what(), hint);
    }
}

bool is_change_of_tags(const std::string& argument) {
    return argument.size() > 1 && (argument[0] == '+' || argument[0] == '-');
}

/// Among ids, where there may be several, `-` stands for those on standard input. False when it held none and
/// no other was named.
bool read_ids(Context& context, const Parameters& options) {
    const std::optional<Operand>& operand = options.operand();
    if (!operand || operand->most == 1) return true;
    const bool tags = operand->kind == Operand::Kind::tags;
    if (!tags && operand->kind != Operand::Kind::ids) return true;
    std::vector<std::string>& names = *operand->target;
    if (std::ranges::find(names, standard_input) == names.end()) return true;
    names = with_lines_of_standard_input(names);
    context.input_used = true;
    return std::ranges::any_of(names,
                               [&](const std::string& name) { return !tags || !is_change_of_tags(name); });
}

int run_command(Context& context, Environment& environment, const CommandRow& row,
                const std::vector<std::string>& arguments) {
    const std::unique_ptr<Command> command = row.make();
    const Parameters options = declared_options(*command, context.global);
    const std::string usage = "usage: " + synopsis(row, options);
    with_hint(usage, [&] { read_arguments(options, arguments); });
    if (context.global.help) {
        print_help(context.out, row, options, context.layout());
        return exit_done;
    }
    if (context.global.version) return print_version(context);
    with_hint(usage, [&] { options.check_operands(); });
    if (!read_ids(context, options)) {
        context.note("there is no id on standard input");
        return exit_nothing_found;
    }
    if (!context.global.no_config) {
        try {
            complete_environment(environment, user_config(environment));
        } catch (const Error& error) {
            // Help has to come all the same: it says how the file is to be.
            if (row.name != "help") throw;
            context.note(error.what());
        }
    }
    return command->run(context);
}

int dispatch(Context& context, Environment& environment, const std::vector<std::string>& arguments) {
    Parameters leading;
    declare_global_options(leading, context.global);
    std::vector<std::string> rest;
    with_hint("newsarc --help lists commands and options",
              [&] { rest = read_leading_options(leading, arguments); });
    if (context.global.version && !context.global.help) return print_version(context);
    if (rest.empty()) return run_without_command(context, leading);
    Aliases aliases;
    if (find_command(rest.front()) == nullptr && !context.global.no_config &&
        !is_given("--no-config", rest)) {
        aliases = user_config(environment).aliases;
        rest = without_alias(aliases, std::move(rest));
    }
    const CommandRow& row = command_named(rest.front(), aliases);
    rest.erase(rest.begin());
    return run_command(context, environment, row, rest);
}

/// Which archive it was matters where it is the one that newsarc chose by itself.
Error with_archive(const Error& error, const Context& context) {
    const std::string_view message = error.what();
    switch (error.code()) {
        case ErrorCode::archive_damaged:
        case ErrorCode::archive_foreign:
        case ErrorCode::busy: break;
        case ErrorCode::io:
            if (message.find("the archive") != std::string_view::npos) break;
            return error;
        default: return error;
    }
    if (message.find(context.archive_path()) != std::string_view::npos) return error;
    return {error.code(), context.archive_path() + ": " + error.what(), error.hint()};
}

template <typename Work>
int guarded(Context& context, bool json, const Work& work) {
    const auto report = [&](const Error& error) {
        context.global.json = context.global.json || json;
        context.error(error);
        return exit_status(error.code());
    };
    try {
        return work();
    } catch (const ClosedPipe&) {
        return exit_done;
    } catch (const Error& error) {
        return report(with_archive(error, context));
    } catch (const std::bad_alloc&) {
        return report(Error(ErrorCode::io, "out of memory", "give less at a time"));
    } catch (const std::exception& error) {
        return report(
            Error(ErrorCode::internal, error.what(), "this is a defect in newsarc; please report it"));
    }
}

}  // namespace

int run(const std::vector<std::string>& arguments) {
    occupy_standard_streams();
    // A write to a closed pipe, or beyond the largest file that is allowed, is then told by the write itself.
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    store::leave_memory_uncounted();
    Environment environment = read_environment();
    const Terminal terminal = look_at_terminal(environment);
    Console console(STDOUT_FILENO, STDERR_FILENO);
    Context context(environment, terminal, console);
    // Errors in the options themselves are to come as JSON too, whether `--json` was read before them
    // or not.
    const bool json = is_given("--json", arguments);
    const int status = guarded(context, json, [&] { return dispatch(context, environment, arguments); });
    const int end = guarded(context, json, [&] {
        context.finish();
        return exit_done;
    });
    return status != exit_done ? status : end;
}

}  // namespace newsarc::cli
