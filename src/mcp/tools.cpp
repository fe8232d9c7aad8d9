#include "mcp/tools.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "ask/change/change.hpp"
#include "text/wording.hpp"

namespace newsarc::mcp {
namespace {

constexpr std::size_t largest_page = 50;

std::vector<Tool> make_table() {
    using Kind = Argument::Kind;
    const auto limit = [](std::string_view name) {
        return Argument{
            .name = name, .parameter = "limit", .help = "default 10", .least = 1, .most = largest_page};
    };
    const Argument offset{.name = "offset", .parameter = "offset", .help = ""};
    const Argument since{
        .name = "since", .parameter = "since", .help = "published then or later: 2025, 2025-03-21, 2w"};
    const Argument until{.name = "until", .parameter = "until", .help = "published then or earlier"};
    const Argument id{.name = "id", .parameter = "id", .help = "id or uid", .required = true};
    return {
        {.name = "search_articles",
         .description =
             "Find articles in the user's news archive, best first: any of the words, those with all "
             "of them favoured. Also \"a phrase\", -word, OR, ( ), prefix*, headline: credit: byline: "
             "place: agency: tag: lang:, is:duplicate, @NAME for a saved search, * for all.",
         .request = "search",
         .arguments = {{.name = "query", .parameter = "query", .help = "", .required = true},
                       limit("limit"),
                       offset,
                       {.name = "sort", .parameter = "sort", .help = "any but relevance asks for every word"},
                       since,
                       until,
                       {.name = "facets", .parameter = "facet", .help = "count what was found by these"},
                       {.name = "group",
                        .parameter = "group",
                        .help = "one of several near-identical texts"}},
         .answer = answer_search},
        {.name = "get_article",
         .description = "Read an article, a page at a time where it is long: go on at next_offset.",
         .request = "show",
         .arguments =
             {id,
              {.name = "version", .parameter = "at", .help = "a former text, 1 the oldest", .least = 1},
              {.name = "offset", .help = "characters", .kind = Kind::number},
              {.name = "max_chars",
               .help = "default 12000",
               .least = 500,
               .most = 40'000,
               .kind = Kind::number}},
         .answer = answer_article},
        {.name = "related_articles",
         .description = "Find the articles most like one.",
         .request = "related",
         .arguments = {id, limit("limit"), offset},
         .answer = answer_related},
        {.name = "list_articles",
         .description = "List articles by date, without their text.",
         .request = "list",
         .arguments = {{.name = "query", .parameter = "query", .help = "only those with every word of it"},
                       since,
                       until,
                       {.name = "sort", .parameter = "sort", .help = ""},
                       limit("limit"),
                       {.name = "cursor", .help = "next_cursor of the page before"}},
         .answer = answer_list},
        {.name = "archive_stats",
         .description =
             "Count articles by outlet, language, tag, year and month: of the archive, whose saved "
             "searches are named then, or of what a query finds.",
         .request = "stats",
         .arguments = {{.name = "query", .parameter = "query", .help = ""}, since, until},
         .answer = answer_stats},
        {.name = "cite_articles",
         .description = "Citations for reference managers.",
         .request = "show",
         .arguments = {{.name = "ids",
                        .parameter = "id",
                        .help = "ids or uids",
                        .required = true,
                        .most = largest_page,
                        .kind = Kind::texts},
                       {.name = "format",
                        .parameter = "format",
                        .help = "",
                        .required = true,
                        .choices = {"ris", "bibtex", "csl-json"}}},
         .answer = answer_citations},
        {.name = "tag_articles",
         .description = "Give articles tags and take tags away.",
         .request = "tag",
         .arguments = {{.name = "ids",
                        .parameter = "id",
                        .help = "ids or uids",
                        .required = true,
                        .most = largest_page,
                        .kind = Kind::texts},
                       {.name = "add", .parameter = "add", .help = "", .most = largest_page},
                       {.name = "remove", .parameter = "remove", .help = "", .most = largest_page}},
         .answer = answer_tagging,
         .writes = true},
    };
}

Argument::Kind kind_of(const ask::Parameter& parameter) {
    if (parameter.repeatable) return Argument::Kind::texts;
    switch (parameter.kind) {
        case ask::Parameter::Kind::flag: return Argument::Kind::flag;
        case ask::Parameter::Kind::number: return Argument::Kind::number;
        default: return Argument::Kind::text;
    }
}

/// Takes from the request what it says of an argument.
void complete(Argument& argument, const ask::Parameters& parameters) {
    if (argument.parameter.empty()) return;
    const ask::Parameter* parameter = parameters.find("--" + std::string(argument.parameter));
    if (parameter == nullptr) return;  // the operand, which is text
    argument.kind = kind_of(*parameter);
    if (argument.choices.empty()) argument.choices = parameter->choices;
}

std::unique_ptr<ask::Request> make_request(const Tool& tool) {
    if (tool.writes) return ask::change_named(tool.request).make();
    return ask::question_named(tool.request).make();
}

std::vector<Tool> make_complete_table() {
    std::vector<Tool> table = make_table();
    for (Tool& tool : table) {
        const std::unique_ptr<ask::Request> request = make_request(tool);
        ask::Parameters parameters;
        request->declare(parameters);
        for (Argument& argument : tool.arguments)
            complete(argument, parameters);
    }
    return table;
}

Json text_schema(const Argument& argument) {
    Json out{{"type", "string"}};
    if (!argument.choices.empty()) out["enum"] = argument.choices;
    return out;
}

Json schema_of(const Argument& argument) {
    Json out;
    switch (argument.kind) {
        case Argument::Kind::text: out = text_schema(argument); break;
        case Argument::Kind::flag: out["type"] = "boolean"; break;
        case Argument::Kind::number:
            out["type"] = "integer";
            out["minimum"] = argument.least;
            if (argument.most > 0) out["maximum"] = argument.most;
            break;
        case Argument::Kind::texts:
            out["type"] = "array";
            out["items"] = text_schema(argument);
            if (argument.most > 0) out["maxItems"] = argument.most;
            break;
    }
    if (argument.help && !argument.help->empty()) out["description"] = *argument.help;
    return out;
}

[[noreturn]] void refuse(std::string_view name, const std::string& what, const std::string& hint = {}) {
    throw Error(ErrorCode::usage, std::string(name) + " " + what, hint);
}

/// A text, also where a number stands for it: ids are numbers.
std::string text_of(const Argument& argument, const Json& value) {
    if (value.is_number_integer()) return value.dump();
    if (!value.is_string()) refuse(argument.name, "takes text");
    auto text = value.get<std::string>();
    if (!argument.choices.empty() && std::ranges::find(argument.choices, text) == argument.choices.end()) {
        refuse(
            argument.name, "does not take '" + text + "'",
            text::did_you_mean(text, argument.choices, "it takes one of: " + text::joined(argument.choices)));
    }
    return text;
}

std::size_t number_of(const Argument& argument, const Json& value) {
    std::size_t number = 0;
    bool whole = false;
    if (value.is_number()) {
        // Some programs write 10 as 10.0.
        const auto given = value.get<double>();
        whole = given >= 0 && given < 1e15 && std::floor(given) == given;
        if (whole) number = static_cast<std::size_t>(given);
    } else if (value.is_string()) {
        const auto& text = value.get_ref<const std::string&>();
        const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
        whole = status == std::errc() && end == text.data() + text.size();
    }
    if (whole && number >= argument.least && (argument.most == 0 || number <= argument.most)) return number;
    refuse(argument.name, "takes a whole number from " + std::to_string(argument.least) +
                              (argument.most == 0 ? " on" : " to " + std::to_string(argument.most)));
}

std::vector<std::string> texts_of(const Argument& argument, const Json& value) {
    if (!value.is_array()) return {text_of(argument, value)};
    if (argument.most > 0 && value.size() > argument.most)
        refuse(argument.name, "takes at most " + std::to_string(argument.most) + " values");
    std::vector<std::string> out;
    for (const Json& member : value)
        out.push_back(text_of(argument, member));
    return out;
}

bool flag_of(const Argument& argument, const Json& value) {
    if (!value.is_boolean()) refuse(argument.name, "takes true or false");
    return value.get<bool>();
}

/// The value as Call keeps it; what the request takes of it goes to `values`.
Json taken(const Argument& argument, const Json& value, ask::Values& values) {
    const auto give = [&](const std::string& text) {
        if (!argument.parameter.empty()) values.emplace_back(argument.parameter, text);
    };
    switch (argument.kind) {
        case Argument::Kind::text: {
            const std::string text = text_of(argument, value);
            give(text);
            return text;
        }
        case Argument::Kind::number: {
            const std::size_t number = number_of(argument, value);
            give(std::to_string(number));
            return number;
        }
        case Argument::Kind::flag: {
            const bool on = flag_of(argument, value);
            if (on) give("true");
            return on;
        }
        case Argument::Kind::texts: break;
    }
    const std::vector<std::string> texts = texts_of(argument, value);
    std::ranges::for_each(texts, give);
    return texts;
}

}  // namespace

std::span<const Tool> tools() {
    static const std::vector<Tool> table = make_complete_table();
    return table;
}

Json tool_json(const Tool& tool) {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Argument& argument : tool.arguments) {
        properties[std::string(argument.name)] = schema_of(argument);
        if (argument.required) required.push_back(argument.name);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    schema["additionalProperties"] = false;
    return {{"name", tool.name},
            {"description", tool.description},
            {"inputSchema", std::move(schema)},
            {"annotations", {{"readOnlyHint", !tool.writes}}}};
}

Call read_call(const Tool& tool, const Json& arguments) {
    Json kept = Json::object();
    ask::Values values;
    for (const auto& [name, value] : arguments.items()) {
        const auto found = std::ranges::find(tool.arguments, name, &Argument::name);
        if (found == tool.arguments.end()) {
            const auto names = text::names_of(tool.arguments, &Argument::name);
            throw Error(ErrorCode::usage, std::string(tool.name) + " takes no '" + name + "'",
                        text::did_you_mean(name, names, "it takes " + text::joined(names)));
        }
        // Models give null for what they leave out.
        if (!value.is_null()) kept[name] = taken(*found, value, values);
    }
    for (const Argument& argument : tool.arguments) {
        if (argument.required && !kept.contains(argument.name))
            refuse(tool.name, "needs " + std::string(argument.name));
    }
    return {std::move(kept), std::move(values)};
}

std::size_t Call::number(std::string_view name, std::size_t otherwise) const {
    return arguments_.contains(name) ? arguments_.at(std::string(name)).get<std::size_t>() : otherwise;
}

std::string Call::text(std::string_view name) const {
    return arguments_.contains(name) ? arguments_.at(std::string(name)).get<std::string>() : "";
}

std::vector<std::string> Call::texts(std::string_view name) const {
    if (!arguments_.contains(name)) return {};
    return arguments_.at(std::string(name)).get<std::vector<std::string>>();
}

}  // namespace newsarc::mcp
