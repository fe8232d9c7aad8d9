#include "cli/option/options.hpp"

#include <newsarc/error.hpp>

#include "text/likeness/nearest.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>

namespace newsarc::cli {
namespace {

/// What a larger number counts as: more than there is of anything, and safe to add up.
constexpr std::size_t largest_number = 1'000'000'000'000;

constexpr std::string_view white_space = " \t\n\r\f\v";

[[noreturn]] void refuse(const std::string& message, const std::string& hint = {}) {
    throw Error(ErrorCode::usage, message, hint);
}

std::string joined(const std::vector<std::string_view>& names) {
    std::string out;
    for (const std::string_view name : names) {
        if (!out.empty()) out += ", ";
        out += name;
    }
    return out;
}

/// A CLI11 parser that knows the options and lets everything else through. Its own sub-commands,
/// help, positionals and conversions are left aside: they would be set up for every command at each
/// start, and split an argument such as `[a,b]`.
class Parser {
public:
    explicit Parser(const std::vector<DeclaredOption>& options) : options_(options) {
        app_.set_help_flag();
        app_.allow_extras();
        for (const DeclaredOption& option : options) {
            CLI::Option* added = option.metavar.empty() ? app_.add_flag(option.names)
                                                        : app_.add_option(option.names, CLI::callback_t());
            added->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
            parsed_.push_back(added);
        }
    }

    void stop_at_first_operand() { app_.prefix_command(); }

    /// Gives back the arguments that are not options or their values.
    std::vector<std::string> parse(std::vector<std::string> arguments,
                                   const std::function<std::string(std::string)>& restore) {
        std::reverse(arguments.begin(), arguments.end());
        try {
            app_.parse(std::move(arguments));
        } catch (const CLI::ParseError& error) {
            const std::string message = error.what();
            if (error.get_name() != "ArgumentMismatch") refuse(message);
            refuse("option " + message.substr(0, message.find(':')) + " needs a value");
        }
        for (std::size_t i = 0; i < options_.size(); ++i) {
            const std::vector<std::string>& values = parsed_[i]->results();
            const std::size_t first = options_[i].repeatable || values.empty() ? 0 : values.size() - 1;
            for (std::size_t k = first; k < values.size(); ++k)
                options_[i].take(parsed_[i]->get_name(), restore(values[k]));
        }
        return app_.remaining();
    }

private:
    const std::vector<DeclaredOption>& options_;
    CLI::App app_;
    std::vector<CLI::Option*> parsed_;
};

/// The argument that an unknown option came from: of `-vx`, CLI11 gives back only `-x`.
const std::string& as_typed(const std::string& rest, const std::vector<std::string>& arguments) {
    for (const std::string& argument : arguments) {
        if (argument == rest) return argument;
    }
    for (const std::string& argument : arguments) {
        if (argument.starts_with('-') && argument.ends_with(std::string_view(rest).substr(1)))
            return argument;
    }
    return rest;
}

}  // namespace

std::vector<std::string_view> split_names(std::string_view names) {
    std::vector<std::string_view> out;
    while (true) {
        const std::size_t comma = names.find(',');
        out.push_back(names.substr(0, comma));
        if (comma == std::string_view::npos) return out;
        names.remove_prefix(comma + 1);
    }
}

void OptionSet::flag(std::string names, std::string help, bool& target, bool value) {
    auto take = [&target, value](const std::string& name, const std::string& given) {
        if (given != "true") refuse(name + " takes no value");
        target = value;
    };
    options_.push_back({std::move(names), {}, std::move(help), {}, global_, false, std::move(take)});
}

void OptionSet::text(std::string names, std::string metavar, std::string help,
                     std::optional<std::string>& target) {
    auto take = [&target](const std::string& name, const std::string& given) {
        if (given.empty()) refuse(name + " takes a value, and this one is empty");
        target = given;
    };
    options_.push_back(
        {std::move(names), std::move(metavar), std::move(help), {}, global_, false, std::move(take)});
}

void OptionSet::texts(std::string names, std::string metavar, std::string help,
                      std::vector<std::string>& target) {
    auto take = [&target](const std::string& name, const std::string& given) {
        if (given.empty()) refuse(name + " takes a value, and this one is empty");
        target.push_back(given);
    };
    options_.push_back(
        {std::move(names), std::move(metavar), std::move(help), {}, global_, true, std::move(take)});
}

void OptionSet::number(std::string names, std::string metavar, std::string help,
                       std::optional<std::size_t>& target) {
    auto take = [&target](const std::string& name, const std::string& given) {
        std::size_t value = 0;
        const auto [end, status] = std::from_chars(given.data(), given.data() + given.size(), value);
        const bool too_large = status == std::errc::result_out_of_range;
        if ((status != std::errc() && !too_large) || end != given.data() + given.size()) {
            refuse(name + " takes a whole number, not '" + given + "'");
        }
        target = too_large ? largest_number : std::min(value, largest_number);
    };
    options_.push_back(
        {std::move(names), std::move(metavar), std::move(help), {}, global_, false, std::move(take)});
}

void OptionSet::add_choice(std::string_view names, std::string_view help,
                           const std::vector<std::string_view>& choices,
                           std::function<void(std::size_t)> set) {
    std::string metavar;
    for (const std::string_view one : choices) {
        if (!metavar.empty()) metavar += '|';
        metavar += one;
    }
    auto take = [choices, set = std::move(set)](const std::string& name, const std::string& given) {
        const auto found = std::find(choices.begin(), choices.end(), given);
        if (found == choices.end()) {
            const std::optional<std::string> near = text::nearest(given, choices);
            refuse(name + " does not take '" + given + "'",
                   (near ? "did you mean " + *near + "? " : "") + "it takes one of: " + joined(choices));
        }
        set(static_cast<std::size_t>(found - choices.begin()));
    };
    options_.push_back({std::string(names), std::move(metavar), std::string(help), choices, global_, false,
                        std::move(take)});
}

void OptionSet::operands(std::string metavar, std::string help, std::vector<std::string>& target,
                         std::size_t least, std::size_t most) {
    operand_ = DeclaredOperand{std::move(metavar), std::move(help), least, most, &target};
}

void OptionSet::query(std::string help, std::vector<std::string>& target) {
    operands("QUERY", std::move(help), target, 0);
    operand_->query = true;
}

void OptionSet::tags(std::string metavar, std::string help, std::vector<std::string>& target) {
    operands(std::move(metavar), std::move(help), target, 0);
    operand_->query = true;
    operand_->tags = true;
}

/// The option of that name, such as `-n` or `--limit`.
const DeclaredOption* OptionSet::find(std::string_view name) const {
    for (const DeclaredOption& option : options_) {
        const std::vector<std::string_view> names = split_names(option.names);
        if (std::find(names.begin(), names.end(), name) != names.end()) return &option;
    }
    return nullptr;
}

/// CLI11 takes `--name=` as `--name`, and then the next argument as its value. Two arguments, the
/// second of them empty, say what was meant.
void OptionSet::split_empty_values(std::vector<std::string>& arguments) const {
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        if (!arguments[i].starts_with("--") || !arguments[i].ends_with('=')) continue;
        const std::string name = arguments[i].substr(0, arguments[i].size() - 1);
        const DeclaredOption* option = find(name);
        if (option == nullptr || option->metavar.empty()) continue;
        arguments[i] = name;
        arguments.insert(arguments.begin() + static_cast<std::ptrdiff_t>(i) + 1, std::string());
    }
}

/// `-war` among the words of a query.
bool OptionSet::is_excluded_word(std::string_view argument) const {
    if (!operand_ || !operand_->query || argument.starts_with("--")) return false;
    if (argument.size() < (operand_->tags ? 2 : 3)) return false;
    if (find("-" + std::string(argument)) != nullptr) return false;  // a long option with a dash missing
    const DeclaredOption* option = find(argument.substr(0, 2));
    if (option == nullptr) return true;
    if (argument.size() == 2) return false;
    const std::string_view rest = argument.substr(2);
    if (option->metavar == "N") return rest.front() < '0' || rest.front() > '9';
    if (!option->metavar.empty()) return rest.find_first_of("/.~=") == std::string_view::npos;
    return std::ranges::any_of(rest, [&](char c) { return find(std::string{'-', c}) == nullptr; });
}

/// Text with blanks in it, such as a pasted `- two killed in Kabul`, is no option, unless it begins
/// with one that takes a value.
bool OptionSet::begins_like_an_option(std::string_view argument) const {
    if (argument.find_first_of(white_space) == std::string_view::npos) return true;
    const DeclaredOption* option =
        find(argument.starts_with("--") ? argument.substr(0, argument.find('=')) : argument.substr(0, 2));
    return option != nullptr && !option->metavar.empty();
}

void OptionSet::refuse_unknown(const std::string& argument) const {
    std::vector<std::string_view> known;
    for (const DeclaredOption& option : options_) {
        for (const std::string_view name : split_names(option.names)) {
            if (name.starts_with("--")) known.push_back(name.substr(2));
        }
    }
    std::string hint;
    const std::string name = argument.substr(0, argument.find('='));
    const auto near = name.starts_with("--") ? text::nearest(name.substr(2), known) : std::nullopt;
    if (near) {
        hint = "did you mean --" + *near + "?";
    }
    if (operand_) {
        hint += hint.empty() ? "" : " ";
        hint += "what begins with - and is no option goes after --, as in: -- " + argument;
    }
    refuse("unknown option '" + argument + "'", hint);
}

void OptionSet::parse(const std::vector<std::string>& arguments) const {
    // Text that only looks like an option passes CLI11 as a stand-in that does not.
    const std::string stand_in("\0text", 5);
    std::vector<std::string> hidden = arguments;
    std::vector<std::string> texts;
    for (std::string& argument : hidden) {
        if (argument == "--") break;
        if (argument.size() < 2 || argument[0] != '-') continue;
        if (begins_like_an_option(argument) && !is_excluded_word(argument)) continue;
        texts.push_back(argument);
        argument = stand_in + std::to_string(texts.size() - 1);
    }
    const auto restore = [&](std::string argument) {
        if (!argument.starts_with(stand_in)) return argument;
        return texts[std::stoul(argument.substr(stand_in.size()))];
    };
    split_empty_values(hidden);

    std::vector<std::string> operands;
    bool options_ended = false;
    for (const std::string& argument : Parser(options_).parse(std::move(hidden), restore)) {
        if (!options_ended && argument == "--") {
            options_ended = true;
        } else if (!options_ended && argument.size() > 1 && argument[0] == '-') {
            refuse_unknown(as_typed(argument, arguments));
        } else {
            operands.push_back(restore(argument));
        }
    }
    if (operand_) {
        *operand_->target = std::move(operands);
    } else if (!operands.empty()) {
        refuse("'" + operands.front() + "' is one argument too many: no argument is taken here");
    }
}

std::vector<std::string> OptionSet::parse_leading(const std::vector<std::string>& arguments) const {
    std::vector<std::string> separated = arguments;
    split_empty_values(separated);
    Parser parser(options_);
    parser.stop_at_first_operand();
    std::vector<std::string> rest =
        parser.parse(std::move(separated), [](std::string value) { return value; });
    if (!rest.empty() && rest.front() == "--") {
        rest.erase(rest.begin());
    } else if (!rest.empty() && rest.front().size() > 1 && rest.front()[0] == '-') {
        refuse_unknown(as_typed(rest.front(), arguments));
    }
    return rest;
}

void OptionSet::check_operands() const {
    if (!operand_) return;
    const std::size_t count = operand_->target->size();
    if (count < operand_->least) refuse("nothing was given for " + operand_->metavar);
    if (operand_->most != 0 && count > operand_->most) {
        refuse("'" + (*operand_->target)[operand_->most] + "' is one argument too many");
    }
}

}  // namespace newsarc::cli
