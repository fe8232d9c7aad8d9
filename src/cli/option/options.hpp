#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::cli {

/// One option as it was declared: what parsing, help, and anything else made from the options read.
struct DeclaredOption {
    std::string names;                      ///< such as `-n,--limit`
    std::string metavar;                    ///< of its value; empty for a flag
    std::string help;                       ///< one line
    std::vector<std::string_view> choices;  ///< the values it takes, when they are few
    bool global = false;                    ///< taken by every command
    bool repeatable = false;                ///< each value counts, not only the last
    std::function<void(const std::string& name, const std::string& value)> take;
};

/// The arguments of a command that are no options.
struct DeclaredOperand {
    std::string metavar;
    std::string help;
    std::size_t least = 0;
    std::size_t most = 0;
    std::vector<std::string>* target = nullptr;
    bool query = false;  ///< the words of a query: `-word` is one of them
    bool tags = false;   ///< changes of tags: so is `-x`, where it is no option
};

template <typename T>
struct Choice {
    std::string_view name;
    T value;
};

/// The options and arguments that a command takes. Each is stated once, together with the variable
/// that it sets; parsing, help and completions are made from the list of what was declared.
/// Targets must outlive the set. An option given twice counts the last time.
class OptionSet {
public:
    /// Options declared from now on belong to every command.
    void begin_global() { global_ = true; }
    /// Options declared from now on belong to this command.
    void begin_command() { global_ = false; }

    void flag(std::string names, std::string help, bool& target, bool value = true);
    void text(std::string names, std::string metavar, std::string help, std::optional<std::string>& target);
    /// Each use adds a value.
    void texts(std::string names, std::string metavar, std::string help, std::vector<std::string>& target);
    void number(std::string names, std::string metavar, std::string help, std::optional<std::size_t>& target);

    template <typename T>
    void choice(std::string_view names, std::string_view help, std::span<const Choice<T>> choices,
                T& target) {
        add_choice(names, help, names_of(choices),
                   [choices, &target](std::size_t index) { target = choices[index].value; });
    }

    template <typename T>
    void choice(std::string_view names, std::string_view help, std::span<const Choice<T>> choices,
                std::optional<T>& target) {
        add_choice(names, help, names_of(choices),
                   [choices, &target](std::size_t index) { target = choices[index].value; });
    }

    /// Each use adds a value.
    template <typename T>
    void choices(std::string_view names, std::string_view help, std::span<const Choice<T>> choices,
                 std::vector<T>& target) {
        add_choice(names, help, names_of(choices),
                   [choices, &target](std::size_t index) { target.push_back(choices[index].value); });
        options_.back().repeatable = true;
    }

    /// Takes at least `least` and at most `most` arguments; zero for `most` is no bound.
    void operands(std::string metavar, std::string help, std::vector<std::string>& target, std::size_t least,
                  std::size_t most = 0);

    /// Takes the words of a query. One such as `-war` is among them where no option is meant:
    /// `-n5`, `-qv` and `-A/some/file` are options.
    void query(std::string help, std::vector<std::string>& target);

    /// Takes ids and changes of tags such as `+war` and `-war`; the latter where no option is meant.
    void tags(std::string metavar, std::string help, std::vector<std::string>& target);

    /// Reads the arguments into the targets; the number of operands is left to check_operands().
    /// Throws Error(usage) with a suggestion for an option that was not declared.
    void parse(const std::vector<std::string>& arguments) const;

    /// Reads the options that stand before the first argument that is none, and gives back that
    /// argument and all after it, as they stand.
    std::vector<std::string> parse_leading(const std::vector<std::string>& arguments) const;

    /// Throws Error(usage) when too few or too many operands were given.
    void check_operands() const;

    [[nodiscard]] const std::vector<DeclaredOption>& options() const { return options_; }
    [[nodiscard]] const std::optional<DeclaredOperand>& operand() const { return operand_; }

private:
    template <typename T>
    static std::vector<std::string_view> names_of(std::span<const Choice<T>> choices) {
        std::vector<std::string_view> names;
        for (const Choice<T>& one : choices)
            names.push_back(one.name);
        return names;
    }

    void add_choice(std::string_view names, std::string_view help,
                    const std::vector<std::string_view>& choices, std::function<void(std::size_t)> set);
    [[noreturn]] void refuse_unknown(const std::string& argument) const;
    [[nodiscard]] const DeclaredOption* find(std::string_view name) const;
    [[nodiscard]] bool begins_like_an_option(std::string_view argument) const;
    [[nodiscard]] bool is_excluded_word(std::string_view argument) const;
    void split_empty_values(std::vector<std::string>& arguments) const;

    std::vector<DeclaredOption> options_;
    std::optional<DeclaredOperand> operand_;
    bool global_ = false;
};

/// The single names in `-n,--limit`.
std::vector<std::string_view> split_names(std::string_view names);

}  // namespace newsarc::cli
