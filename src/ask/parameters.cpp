#include "ask/parameters.hpp"

#include <newsarc/error.hpp>

#include "text/unicode/ascii.hpp"
#include "text/wording.hpp"

#include <algorithm>
#include <charconv>

namespace newsarc::ask {
namespace {

/// What a larger number counts as: more than there is of anything, and safe to add up.
constexpr std::size_t largest_number = 1'000'000'000'000;

[[noreturn]] void refuse(const std::string& message, const std::string& hint = {}) {
    throw Error(ErrorCode::usage, message, hint);
}

void require_text(const std::string& name, const std::string& given) {
    if (given.empty()) refuse(name + " takes a value, and this one is empty");
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

std::string_view Parameter::long_name() const {
    return split_names(names).back();
}

std::string Operand::name() const {
    return text::in_ascii_lower_case(metavar);
}

Parameter& Parameters::add(Parameter::Kind kind, std::string names, std::string metavar, std::string help,
                           decltype(Parameter::take) take) {
    all_.push_back({.kind = kind,
                    .names = std::move(names),
                    .metavar = std::move(metavar),
                    .help = std::move(help),
                    .global = global_,
                    .form = form_,
                    .take = std::move(take)});
    return all_.back();
}

void Parameters::flag(std::string names, std::string help, bool& target, bool value) {
    auto take = [&target, value](const std::string& name, const std::string& given) {
        if (given != "true") refuse(name + " takes no value");
        target = value;
    };
    add(Parameter::Kind::flag, std::move(names), {}, std::move(help), std::move(take));
}

void Parameters::flag_twice(std::string names, std::string help, bool& once, bool& twice) {
    auto take = [&once, &twice](const std::string& name, const std::string& given) {
        if (given != "true") refuse(name + " takes no value");
        twice = once;
        once = true;
    };
    add(Parameter::Kind::flag, std::move(names), {}, std::move(help), std::move(take));
}

void Parameters::text(std::string names, std::string metavar, std::string help,
                      std::optional<std::string>& target) {
    auto take = [&target](const std::string& name, const std::string& given) {
        require_text(name, given);
        target = given;
    };
    add(Parameter::Kind::text, std::move(names), std::move(metavar), std::move(help), std::move(take));
}

void Parameters::texts(std::string names, std::string metavar, std::string help,
                       std::vector<std::string>& target) {
    auto take = [&target](const std::string& name, const std::string& given) {
        require_text(name, given);
        target.push_back(given);
    };
    add(Parameter::Kind::text, std::move(names), std::move(metavar), std::move(help), std::move(take))
        .repeatable = true;
}

void Parameters::number(std::string names, std::string metavar, std::string help,
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
    add(Parameter::Kind::number, std::move(names), std::move(metavar), std::move(help), std::move(take));
}

void Parameters::add_choice(std::string_view names, std::string_view help,
                            const std::vector<std::string_view>& choices,
                            std::function<void(std::size_t)> set) {
    auto take = [choices, set = std::move(set)](const std::string& name, const std::string& given) {
        const auto found = std::find(choices.begin(), choices.end(), given);
        if (found == choices.end()) {
            refuse(name + " does not take '" + given + "'",
                   text::did_you_mean(given, choices, "it takes one of: " + text::joined(choices)));
        }
        set(static_cast<std::size_t>(found - choices.begin()));
    };
    add(Parameter::Kind::choice, std::string(names), text::joined(choices, "|"), std::string(help),
        std::move(take))
        .choices = choices;
}

void Parameters::operands(std::string metavar, std::string help, std::vector<std::string>& target,
                          std::size_t least, std::size_t most) {
    operand_ = Operand{std::move(metavar), std::move(help), least, most, &target};
}

void Parameters::ids(std::string help, std::vector<std::string>& target, std::size_t least,
                     std::size_t most) {
    operands("ID", std::move(help), target, least, most);
    operand_->kind = Operand::Kind::ids;
}

void Parameters::query(std::string help, std::vector<std::string>& target) {
    operands("QUERY", std::move(help), target, 0);
    operand_->kind = Operand::Kind::query;
}

void Parameters::tags(std::string metavar, std::string help, std::vector<std::string>& target) {
    operands(std::move(metavar), std::move(help), target, 0);
    operand_->kind = Operand::Kind::tags;
}

const Parameter* Parameters::find(std::string_view name) const {
    for (const Parameter& parameter : all_) {
        const std::vector<std::string_view> names = split_names(parameter.names);
        if (std::find(names.begin(), names.end(), name) != names.end()) return &parameter;
    }
    return nullptr;
}

void Parameters::give(const std::string& name, const std::string& value) const {
    if (operand_ && name == operand_->name()) {
        operand_->target->push_back(value);
        return;
    }
    if (const Parameter* parameter = find("--" + name)) return parameter->take(name, value);
    std::vector<std::string_view> known;
    for (const Parameter& parameter : all_)
        known.push_back(parameter.long_name().substr(2));
    refuse("there is no '" + name + "' here", text::did_you_mean(name, known));
}

void Parameters::check_operands() const {
    if (!operand_) return;
    const std::size_t count = operand_->target->size();
    if (count < operand_->least) refuse("nothing was given for " + operand_->metavar);
    if (operand_->most != 0 && count > operand_->most) {
        refuse("'" + (*operand_->target)[operand_->most] + "' is one argument too many");
    }
}

}  // namespace newsarc::ask
