#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::ask {

/// One named value as it was declared: what reads it, help, and anything else made from the names read.
struct Parameter {
    enum class Kind { flag, text, number, choice };

    Kind kind = Kind::flag;
    std::string names;                           ///< as a command line has them, such as `-n,--limit`
    std::string metavar;                         ///< of its value; empty for one that is on or off
    std::string help;                            ///< one line
    std::vector<std::string_view> choices = {};  ///< the values it takes, when they are few
    bool global = false;                         ///< taken by every command
    bool form = false;                           ///< says how the answer is written, not what is asked
    bool repeatable = false;                     ///< each value counts, not only the last

    /// Sets it from text; `name` is what an error calls it. Throws Error(usage).
    std::function<void(const std::string& name, const std::string& value)> take;

    /// The longest of the names: `--limit`.
    [[nodiscard]] std::string_view long_name() const;
};

/// The values that have no name of their own on a command line: words of a query, ids, files.
struct Operand {
    enum class Kind {
        plain,
        query,  ///< the words of a query: `-word` is one of them
        ids,    ///< ids and uids
        tags,   ///< changes of tags, `+x` and `-x`, and ids
    };

    std::string metavar;
    std::string help;
    std::size_t least = 0;
    std::size_t most = 0;  ///< zero: no bound
    std::vector<std::string>* target = nullptr;
    Kind kind = Kind::plain;

    /// Under which it is given where every value has a name: `query`, `id`.
    [[nodiscard]] std::string name() const;
};

template <typename T>
struct Choice {
    std::string_view name;
    T value;
};

/// The named values that a question takes. Each is stated once, together with the variable that it sets;
/// what reads a command line, help and completions are made from the list of what was declared. Targets must
/// outlive it. A value given twice counts the last time.
class Parameters {
public:
    /// What is declared from now on belongs to every command.
    void begin_global() { global_ = true; }
    /// What is declared from now on belongs to this command.
    void begin_command() { global_ = false; }
    /// What is declared from now on, up to end_form(), says how the answer is written. A face that has a
    /// form of its own leaves it out.
    void begin_form() { form_ = true; }
    void end_form() { form_ = false; }

    void flag(std::string names, std::string help, bool& target, bool value = true);
    /// One that says more when it is given twice, as in `-qq`.
    void flag_twice(std::string names, std::string help, bool& once, bool& twice);
    void text(std::string names, std::string metavar, std::string help, std::optional<std::string>& target);
    /// Each use adds a value.
    void texts(std::string names, std::string metavar, std::string help, std::vector<std::string>& target);
    void number(std::string names, std::string metavar, std::string help, std::optional<std::size_t>& target);

    template <typename T, typename Target>
    void choice(std::string_view names, std::string_view help, std::span<const Choice<T>> choices,
                Target& target) {
        add_choice(names, help, names_of(choices),
                   [choices, &target](std::size_t index) { target = choices[index].value; });
    }

    /// The same for values that to_string() names; they must outlive the parameters.
    template <typename T, std::size_t count, typename Target>
    void choice_of(std::string_view names, std::string_view help, const std::array<T, count>& values,
                   Target& target) {
        add_choice(names, help, names_of(values),
                   [&values, &target](std::size_t index) { target = values[index]; });
    }
    /// Each use adds a value.
    template <typename T, std::size_t count>
    void choices_of(std::string_view names, std::string_view help, const std::array<T, count>& values,
                    std::vector<T>& target) {
        add_choice(names, help, names_of(values),
                   [&values, &target](std::size_t index) { target.push_back(values[index]); });
        all_.back().repeatable = true;
    }

    /// Takes at least `least` and at most `most` values; zero for `most` is no bound.
    void operands(std::string metavar, std::string help, std::vector<std::string>& target, std::size_t least,
                  std::size_t most = 0);
    void ids(std::string help, std::vector<std::string>& target, std::size_t least, std::size_t most = 0);
    void query(std::string help, std::vector<std::string>& target);
    void tags(std::string metavar, std::string help, std::vector<std::string>& target);

    /// Sets a value by its name without dashes, as an address or a request has it: `limit`. A flag is given
    /// `true`. Throws Error(usage) for a name that was not
    /// declared.
    void give(const std::string& name, const std::string& value) const;

    /// Throws Error(usage) when too few or too many operands were given.
    void check_operands() const;

    /// The parameter of a name such as `-n` or `--limit`.
    [[nodiscard]] const Parameter* find(std::string_view name) const;

    [[nodiscard]] const std::vector<Parameter>& all() const { return all_; }
    [[nodiscard]] const std::optional<Operand>& operand() const { return operand_; }

private:
    template <typename T>
    static std::vector<std::string_view> names_of(std::span<const Choice<T>> choices) {
        std::vector<std::string_view> names;
        for (const Choice<T>& one : choices)
            names.push_back(one.name);
        return names;
    }

    template <typename T, std::size_t count>
    static std::vector<std::string_view> names_of(const std::array<T, count>& values) {
        std::vector<std::string_view> names;
        for (const T& value : values)
            names.push_back(to_string(value));
        return names;
    }

    Parameter& add(Parameter::Kind kind, std::string names, std::string metavar, std::string help,
                   decltype(Parameter::take) take);
    void add_choice(std::string_view names, std::string_view help,
                    const std::vector<std::string_view>& choices, std::function<void(std::size_t)> set);

    std::vector<Parameter> all_;
    std::optional<Operand> operand_;
    bool global_ = false;
    bool form_ = false;
};

/// The single names in `-n,--limit`.
std::vector<std::string_view> split_names(std::string_view names);

}  // namespace newsarc::ask
