#include "ask/form.hpp"

#include <newsarc/error.hpp>

#include "text/wording.hpp"

#include <algorithm>
#include <array>

namespace newsarc::ask {
namespace {

struct FormName {
    std::string_view name;
    Form form;
};

constexpr std::array<FormName, 5> form_names{{
    {"text", Form::text},
    {"json", Form::json},
    {"jsonl", Form::jsonl},
    {"csv", Form::csv},
    {"trec", Form::trec},
}};

bool is_json(Form form) {
    return form == Form::json || form == Form::jsonl;
}

}  // namespace

std::vector<std::string_view> FormChoice::names() const {
    std::vector<std::string_view> out;
    for (const Form form : offered_.named)
        out.push_back(std::ranges::find(form_names, form, &FormName::form)->name);
    if (offered_.exchange) {
        for (const output::ExchangeFormat& format : output::exchange_formats())
            if (std::ranges::find(out, format.name) == out.end()) out.push_back(format.name);
    }
    return out;
}

void FormChoice::declare(Parameters& parameters) {
    parameters.begin_form();
    std::string metavar = text::joined(names(), "|");
    if (!offered_.fields.empty()) metavar += "|TEMPLATE";
    parameters.text("--format", metavar, std::string(offered_.help), wanted_);
    if (!offered_.count_help.empty()) parameters.flag("--count", std::string(offered_.count_help), count_);
    if (!offered_.ids_help.empty()) parameters.flag("--ids", std::string(offered_.ids_help), ids_);
    parameters.end_form();
}

void FormChoice::settle(bool json) {
    if (wanted_) read_name();
    refuse_several(json);
    if (count_) form_ = Form::count;
    if (ids_) form_ = Form::ids;
    if (json) form_ = Form::json;
    if (form_ == Form::json && offered_.json_is_lines) form_ = Form::jsonl;
}

void FormChoice::read_name() {
    if (!offered_.fields.empty() && output::Pattern::is_pattern(*wanted_)) {
        pattern_.emplace(*wanted_, offered_.fields);
        form_ = Form::pattern;
        return;
    }
    const auto named = std::ranges::find(form_names, *wanted_, &FormName::name);
    if (named != form_names.end() && std::ranges::count(offered_.named, named->form) > 0) {
        form_ = named->form;
        return;
    }
    exchange_ = offered_.exchange ? output::find_exchange_format(*wanted_) : nullptr;
    if (exchange_ != nullptr) {
        form_ = exchange_->name == "jsonl" ? Form::jsonl : Form::exchange;
        return;
    }
    std::string taken = "it takes " + text::joined(names());
    if (!offered_.fields.empty()) taken.append(", or a template such as ").append(offered_.example);
    throw Error(ErrorCode::usage, "--format does not take '" + *wanted_ + "'",
                text::did_you_mean(*wanted_, names(), taken));
}

void FormChoice::refuse_several(bool json) const {
    const bool named_json = wanted_ && is_json(form_) && (form_ == Form::json || offered_.json_is_lines);
    // One document of JSON says how many there are.
    const bool counted_json = count_ && !offered_.json_is_lines;
    std::vector<std::string_view> given;
    if (json && !named_json && !counted_json) given.push_back("--json");
    if (ids_) given.push_back("--ids");
    if (count_) given.push_back("--count");
    if (wanted_) given.push_back("--format");
    if (given.size() < 2) return;
    const std::string_view last = given.back();
    given.pop_back();
    throw Error(ErrorCode::usage, text::joined(given) + " and " + std::string(last) + " do not go together",
                "leave one of them");
}

}  // namespace newsarc::ask
