#include "cli/option/command_line.hpp"

#include <newsarc/error.hpp>

#include "text/wording.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace newsarc::cli {
namespace {

constexpr std::string_view white_space = " \t\n\r\f\v";

std::string short_name(char letter) {
    return {'-', letter};
}

class Reader {
public:
    Reader(const Parameters& parameters, const std::vector<std::string>& arguments)
        : parameters_(parameters), operand_(parameters.operand()), arguments_(arguments) {}

    /// All arguments; gives back the operands.
    std::vector<std::string> operands() {
        while (at_ < arguments_.size()) {
            const std::string& argument = arguments_[at_++];
            if (argument == "--") {
                operands_.insert(operands_.end(), rest(), arguments_.end());
                break;
            }
            if (is_option(argument)) {
                take(argument);
            } else {
                operands_.push_back(argument);
            }
        }
        return std::move(operands_);
    }

    /// Up to the first argument that is no option; gives back that and the rest.
    std::vector<std::string> after_options() {
        while (at_ < arguments_.size()) {
            const std::string& argument = arguments_[at_];
            if (argument.size() < 2 || argument[0] != '-') break;
            ++at_;
            if (argument == "--") break;
            take(argument);
        }
        return {rest(), arguments_.end()};
    }

private:
    [[nodiscard]] std::vector<std::string>::const_iterator rest() const {
        return arguments_.begin() + static_cast<std::ptrdiff_t>(at_);
    }

    [[nodiscard]] bool is_option(const std::string& argument) const {
        return argument.size() > 1 && argument[0] == '-' && begins_like_an_option(argument) &&
               !is_excluded_word(argument);
    }

    [[nodiscard]] bool begins_like_an_option(std::string_view argument) const {
        if (argument.find_first_of(white_space) == std::string_view::npos) return true;
        const Parameter* option = parameters_.find(
            argument.starts_with("--") ? argument.substr(0, argument.find('=')) : argument.substr(0, 2));
        return option != nullptr && !option->metavar.empty();
    }

    /// `-war` among the words of a query, or among changes of tags, where `-x` is one, too.
    [[nodiscard]] bool is_excluded_word(std::string_view argument) const {
        if (!operand_ || argument.starts_with("--")) return false;
        const bool tags = operand_->kind == Operand::Kind::tags;
        if (!tags && operand_->kind != Operand::Kind::query) return false;
        if (argument.size() < (tags ? 2 : 3)) return false;
        if (parameters_.find("-" + std::string(argument)) != nullptr) return false;  // a dash is missing
        const Parameter* option = parameters_.find(argument.substr(0, 2));
        if (option == nullptr) return true;
        if (argument.size() == 2) return false;
        const std::string_view behind = argument.substr(2);
        if (option->metavar == "N") return behind.front() < '0' || behind.front() > '9';
        if (!option->metavar.empty()) return behind.find_first_of("/.~=") == std::string_view::npos;
        return std::ranges::any_of(behind,
                                   [&](char c) { return parameters_.find(short_name(c)) == nullptr; });
    }

    void take(const std::string& argument) {
        if (argument.starts_with("--")) {
            const std::size_t equals = argument.find('=');
            const std::string name = argument.substr(0, equals);
            std::optional<std::string> value;
            if (equals != std::string::npos) value = argument.substr(equals + 1);
            if (is_query(name)) {
                operands_.push_back(value_of(name, std::move(value)));
            } else {
                give(option_named(name, argument), std::move(value));
            }
            return;
        }
        for (std::size_t i = 1; i < argument.size(); ++i) {
            const Parameter& option = option_named(short_name(argument[i]), argument);
            if (!option.metavar.empty()) {
                const bool last = i + 1 == argument.size();
                return give(option, last ? std::nullopt : std::optional(argument.substr(i + 1)));
            }
            give(option, std::nullopt);
        }
    }

    /// `--query`, which names the articles for commands that take ids, is understood by those that take a
    /// query as well.
    [[nodiscard]] bool is_query(const std::string& name) const {
        return name == "--query" && operand_ && operand_->kind == Operand::Kind::query &&
               parameters_.find(name) == nullptr;
    }

    /// Without a value of its own an option that needs one takes the next argument.
    std::string value_of(const std::string& name, std::optional<std::string> value) {
        if (value) return *std::move(value);
        if (at_ == arguments_.size()) throw Error(ErrorCode::usage, "option " + name + " needs a value");
        return arguments_[at_++];
    }

    [[nodiscard]] const Parameter& option_named(const std::string& name, const std::string& argument) const {
        const Parameter* option = parameters_.find(name);
        if (option == nullptr) refuse_unknown(argument);
        return *option;
    }

    void give(const Parameter& option, std::optional<std::string> value) {
        const std::string name(option.long_name());
        option.take(name, option.metavar.empty() ? value.value_or("true") : value_of(name, std::move(value)));
    }

    [[noreturn]] void refuse_unknown(const std::string& argument) const {
        std::string hint;
        if (operand_) hint = "what begins with - and is no option goes after --, as in: -- " + argument;
        if (argument.starts_with("--")) {
            std::vector<std::string_view> known;
            for (const Parameter& option : parameters_.all())
                known.push_back(option.long_name().substr(2));
            const std::string name = argument.substr(2, argument.find('=') - 2);
            hint = text::did_you_mean(name, known, hint, "--");
        }
        throw Error(ErrorCode::usage, "unknown option '" + argument + "'", hint);
    }

    std::vector<std::string> operands_;
    const Parameters& parameters_;
    const std::optional<Operand>& operand_;
    const std::vector<std::string>& arguments_;
    std::size_t at_ = 0;
};

}  // namespace

void read_arguments(const Parameters& parameters, const std::vector<std::string>& arguments) {
    std::vector<std::string> operands = Reader(parameters, arguments).operands();
    if (parameters.operand()) {
        *parameters.operand()->target = std::move(operands);
    } else if (!operands.empty()) {
        throw Error(ErrorCode::usage,
                    "'" + operands.front() + "' is one argument too many: no argument is taken here");
    }
}

std::vector<std::string> read_leading_options(const Parameters& parameters,
                                              const std::vector<std::string>& arguments) {
    return Reader(parameters, arguments).after_options();
}

}  // namespace newsarc::cli
