#include "ask/form.hpp"

#include <newsarc/error.hpp>

#include <array>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::ask;

namespace {

constexpr std::array<std::string_view, 2> fields{"id", "headline"};

const Forms lines{.help = "how",
                  .named = {Form::text, Form::json, Form::jsonl, Form::csv},
                  .fields = fields,
                  .count_help = "count",
                  .ids_help = "ids"};

Forms document() {
    Forms out = lines;
    out.json_is_lines = false;
    return out;
}

Forms exchange() {
    return {.help = "how", .named = {Form::text}, .exchange = true};
}

/// A form as it is chosen by values such as `format=csv`.
struct Chosen {
    FormChoice choice;

    Chosen(const Forms& forms, const std::vector<std::string>& values, bool json = false) : choice(forms) {
        Parameters parameters;
        choice.declare(parameters);
        for (const std::string& value : values) {
            const std::size_t equals = value.find('=');
            parameters.give(value.substr(0, equals), value.substr(equals + 1));
        }
        choice.settle(json);
    }
};

Form form(const Forms& forms, const std::vector<std::string>& values, bool json = false) {
    return Chosen(forms, values, json).choice.form();
}

Error error_of(const Forms& forms, const std::vector<std::string>& values, bool json = false) {
    try {
        form(forms, values, json);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorCode::internal, "no error"};
}

}  // namespace

TEST_CASE("a form is chosen by name, by template, by flags or as JSON") {
    CHECK(form(lines, {}) == Form::text);
    CHECK(form(lines, {"format=text"}) == Form::text);
    CHECK(form(lines, {"format=csv"}) == Form::csv);
    CHECK(form(lines, {"format={id}: {headline}"}) == Form::pattern);
    CHECK(form(lines, {"ids=true"}) == Form::ids);
    CHECK(form(lines, {"count=true"}) == Form::count);
    CHECK(form(lines, {}, true) == Form::jsonl);
    CHECK(form(lines, {"format=json"}) == Form::jsonl);
    CHECK(form(lines, {"format=json"}, true) == Form::jsonl);
    CHECK(form(document(), {}, true) == Form::json);
    CHECK(form(document(), {"format=jsonl"}) == Form::jsonl);
    CHECK(form(exchange(), {"format=ris"}) == Form::exchange);
    CHECK(Chosen(exchange(), {"format=ris"}).choice.exchange().name == "ris");
    CHECK(form(exchange(), {"format=jsonl"}) == Form::jsonl);
}

TEST_CASE("one document of JSON may tell only how many there are") {
    const Chosen counted(document(), {"count=true"}, true);
    CHECK(counted.choice.form() == Form::json);
    CHECK(counted.choice.counts());
}

TEST_CASE("forms that do not go together are refused, and those that nobody knows") {
    struct Row {
        Forms forms;
        std::vector<std::string> values;
        bool json;
        std::string message;
    };
    for (const Row& row : std::vector<Row>{
             {lines, {"ids=true"}, true, "--json and --ids do not go together"},
             {lines, {"count=true"}, true, "--json and --count do not go together"},
             {lines, {"format=csv"}, true, "--json and --format do not go together"},
             {document(), {"format=jsonl"}, true, "--json and --format do not go together"},
             {lines, {"ids=true", "count=true"}, false, "--ids and --count do not go together"},
             {lines,
              {"ids=true", "count=true", "format=text"},
              false,
              "--ids, --count and --format do not go together"},
             {lines, {"format=trec"}, false, "--format does not take 'trec'"},
             {lines, {"format=ris"}, false, "--format does not take 'ris'"},
             {exchange(), {"format={id}"}, false, "--format does not take '{id}'"},
         }) {
        CAPTURE(row.message);
        CHECK(error_of(row.forms, row.values, row.json).what() == row.message);
    }
    CHECK(error_of(lines, {"format=cvs"}).hint() ==
          "did you mean csv? it takes text, json, jsonl, csv, or a template such as '{id} {headline}'");
    CHECK(error_of(lines, {"format={headlin}"}).hint() == "did you mean {headline}?");
}
