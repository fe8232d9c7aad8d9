#include "cli/option/command_line.hpp"

#include <newsarc/error.hpp>
#include <newsarc/search.hpp>

#include <array>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;

namespace {

enum class Mode { fast, slow };

constexpr std::array<Choice<Mode>, 2> modes{{{"fast", Mode::fast}, {"slow", Mode::slow}}};

/// A command with an option of every kind.
struct Example {
    bool quiet = false;
    bool feedback = true;
    std::optional<std::string> name;
    std::optional<std::size_t> limit;
    Mode mode = Mode::fast;
    std::vector<std::string> words;
    Parameters options;

    Example() {
        options.begin_global();
        options.flag("-q,--quiet", "say less", quiet);
        options.begin_command();
        options.flag("--no-feedback", "without", feedback, false);
        options.text("-A,--name", "NAME", "a name", name);
        options.number("-n,--limit", "N", "a number", limit);
        options.choice<Mode>("--mode", "a mode", modes, mode);
        options.operands("WORD", "words", words, 1);
    }

    explicit Example(const std::vector<std::string>& arguments) : Example() {
        read_arguments(options, arguments);
    }
    Example(const Example&) = delete;
    Example& operator=(const Example&) = delete;
};

using Words = std::vector<std::string>;

Error error_of(const std::vector<std::string>& arguments) {
    try {
        const Example example(arguments);
        example.options.check_operands();
    } catch (const Error& error) {
        return error;
    }
    return {ErrorCode::internal, "no error"};
}

}  // namespace

TEST_CASE("options set their targets, in any place and in every spelling") {
    CHECK(Example({"-q"}).quiet);
    CHECK(Example({"a", "--quiet", "b"}).quiet);
    CHECK_FALSE(Example({"--no-feedback"}).feedback);
    CHECK(Example({"-n", "5"}).limit == 5U);
    CHECK(Example({"-n5"}).limit == 5U);
    CHECK(Example({"--limit", "5"}).limit == 5U);
    CHECK(Example({"--limit=5"}).limit == 5U);
    CHECK(Example({"--limit=0"}).limit == 0U);
    CHECK(Example({"-qn5"}).limit == 5U);
    CHECK(Example({"--mode", "slow"}).mode == Mode::slow);
    CHECK(Example({"-A", "[a,b]"}).name == "[a,b]");
    CHECK(Example({"--name=--odd="}).name == "--odd=");
    CHECK(Example({"-A", "-"}).name == "-");
    CHECK(Example({"-A", "--quiet"}).name == "--quiet");
    CHECK_FALSE(Example({"a"}).limit.has_value());
}

TEST_CASE("a number without a bound is more than there is of anything") {
    CHECK(Example({"-n", "1000000000001"}).limit == 1'000'000'000'000U);
    CHECK(Example({"-n", "99999999999999999999999"}).limit == 1'000'000'000'000U);
}

TEST_CASE("an option given twice counts the last time") {
    CHECK(Example({"-n", "5", "--limit=6"}).limit == 6U);
    CHECK(Example({"--mode=slow", "--mode=fast"}).mode == Mode::fast);
    CHECK(Example({"-q", "-q"}).quiet);
}

TEST_CASE("an option that may be repeated keeps every value, in order") {
    Parameters options;
    std::vector<FacetField> chosen;
    options.choices_of("--mode", "modes", facet_fields, chosen);
    read_arguments(options, {"--mode", "year", "--mode=tag", "--mode=year"});
    CHECK(chosen == std::vector<FacetField>{FacetField::year, FacetField::tag, FacetField::year});
    CHECK(options.all().front().repeatable);
    const Words wrong{"--mode=year", "--mode=x"};
    CHECK_THROWS_WITH(read_arguments(options, wrong), "--mode does not take 'x'");
}

TEST_CASE("arguments come through as they were typed") {
    struct Row {
        Words in, out;
    };
    const std::vector<Row> rows{
        {{"a", "b"}, {"a", "b"}},
        {{"a", "-q", "b"}, {"a", "b"}},
        {{"[a,b]"}, {"[a,b]"}},
        {{"{}"}, {"{}"}},
        {{""}, {""}},
        {{"a", "", "b"}, {"a", "", "b"}},
        {{"-"}, {"-"}},
        {{"++"}, {"++"}},
        {{"%%"}, {"%%"}},
        {{"a=b"}, {"a=b"}},
        {{"\"a", "b\""}, {"\"a", "b\""}},
        {{"--", "-q", "--nonsense"}, {"-q", "--nonsense"}},
        {{"a", "--", "--", "b"}, {"a", "--", "b"}},
        {{"--", "a", "--"}, {"a", "--"}},
        {{"-weapons taliban"}, {"-weapons taliban"}},
        {{"- two killed in Kabul"}, {"- two killed in Kabul"}},
        {{"-- said the minister"}, {"-- said the minister"}},
        {{"--- a line ="}, {"--- a line ="}},
        {{"-weapons taliban", "-q", "-5 degrees"}, {"-weapons taliban", "-5 degrees"}},
    };
    for (const Row& row : rows) {
        INFO(row.in.front());
        CHECK(Example(row.in).words == row.out);
    }
}

TEST_CASE("what is no option is refused as it was typed, with a hint") {
    struct Row {
        Words in;
        std::string message, hint;
    };
    const std::vector<Row> rows{
        {{"--limt", "5"}, "unknown option '--limt'", "did you mean --limit?"},
        {{"--flat"}, "unknown option '--flat'", "what begins with - and is no option goes after --"},
        {{"--quiett=5"}, "unknown option '--quiett=5'", "did you mean --quiet?"},
        {{"-x"}, "unknown option '-x'", "goes after --, as in: -- -x"},
        {{"-violence"}, "unknown option '-violence'", "-- -violence"},
        {{"-qatar"}, "unknown option '-qatar'", "-- -qatar"},
        {{"-5"}, "unknown option '-5'", "-- -5"},
        {{"---"}, "unknown option '---'", "-- ---"},
        {{"-q5"}, "unknown option '-q5'", "-- -q5"},
        {{"-qx"}, "unknown option '-qx'", "-- -qx"},
        {{"a", "-q", "--nam", "x"}, "unknown option '--nam'", "did you mean --name?"},
    };
    for (const Row& row : rows) {
        INFO(row.in.front());
        const Error error = error_of(row.in);
        CHECK(error.code() == ErrorCode::usage);
        CHECK(error.what() == row.message);
        CHECK(error.hint().find(row.hint) != std::string::npos);
    }
}

TEST_CASE("a word of a query may begin with a minus") {
    struct Row {
        Words arguments, words;
    };
    for (const auto& row : {
             Row{{"heat", "-war"}, {"heat", "-war"}},
             Row{{"-war", "heat"}, {"-war", "heat"}},
             Row{{"-nuclear", "-Afghanistan", "-U.S."}, {"-nuclear", "-Afghanistan", "-U.S."}},
             Row{{"-n5", "heat", "-A./b", "-q"}, {"heat"}},
             Row{{"-5c"}, {"-5c"}},
         }) {
        Example example;
        example.words.clear();
        example.options.query("words", example.words);
        read_arguments(example.options, row.arguments);
        CHECK(example.words == row.words);
    }
    Example example;
    example.options.query("words", example.words);
    CHECK_THROWS_AS(read_arguments(example.options, {"-quiet"}), Error);  // --quiet was meant
}

TEST_CASE("a tag to take away may be one letter, unless that is an option") {
    struct Case {
        std::vector<std::string> given;
        std::vector<std::string> taken;
        bool quiet;
    };
    for (const Case& each : std::vector<Case>{
             {{"+a", "-b", "12"}, {"+a", "-b", "12"}, false},
             {{"-draft", "-q", "-"}, {"-draft", "-"}, true},
             {{"--", "-q", "-n5"}, {"-q", "-n5"}, false},
         }) {
        Example example;
        example.options.tags("TAG|ID", "tags and ids", example.words);
        read_arguments(example.options, each.given);
        CHECK(example.words == each.taken);
        CHECK(example.quiet == each.quiet);
    }
}

TEST_CASE("a text that may be repeated keeps every value") {
    Example example;
    std::vector<std::string> values;
    example.options.texts("--set", "FIELD=VALUE", "a field", values);
    read_arguments(example.options, {"--set", "a=1", "w", "--set=b=2=3"});
    CHECK(values == std::vector<std::string>{"a=1", "b=2=3"});
}

TEST_CASE("values that do not fit are refused") {
    struct Row {
        Words in;
        std::string message;
    };
    const std::vector<Row> rows{
        {{"-n"}, "option --limit needs a value"},
        {{"a", "-qn"}, "option --limit needs a value"},
        {{"--limit"}, "option --limit needs a value"},
        {{"-n=5"}, "--limit takes a whole number, not '=5'"},
        {{"-n", "many"}, "--limit takes a whole number, not 'many'"},
        {{"-n", "-1"}, "--limit takes a whole number, not '-1'"},
        {{"-n", "5x"}, "--limit takes a whole number, not '5x'"},
        {{"-n", ""}, "--limit takes a whole number, not ''"},
        {{"--limit=", "5"}, "--limit takes a whole number, not ''"},
        {{"-A", ""}, "--name takes a value, and this one is empty"},
        {{"--mode", "quick"}, "--mode does not take 'quick'"},
        {{"--quiet=no"}, "--quiet takes no value"},
        {{"--quiet=false"}, "--quiet takes no value"},
        {{"-q"}, "nothing was given for WORD"},
    };
    for (const Row& row : rows) {
        INFO(row.in.front());
        CHECK(error_of(row.in).what() == row.message);
    }
    CHECK(error_of({"--mode=slwo"}).hint() == "did you mean slow? it takes one of: fast, slow");
}

TEST_CASE("the number of arguments is held") {
    Parameters options;
    std::vector<std::string> words;
    options.operands("WORD", "words", words, 0, 1);
    read_arguments(options, {"a"});
    CHECK_NOTHROW(options.check_operands());
    read_arguments(options, {"a", "b"});
    CHECK_THROWS_WITH(options.check_operands(), "'b' is one argument too many");
    Parameters none;
    CHECK_THROWS_WITH(read_arguments(none, {"a"}), "'a' is one argument too many: no argument is taken here");
}

TEST_CASE("leading options end at the first argument that is none") {
    const Example example;
    const Words rest =
        read_leading_options(example.options, {"-q", "-n", "5", "list", "--limit=", "-x", "--", "-y"});
    CHECK(example.quiet);
    CHECK(example.limit == 5U);
    CHECK(rest == Words{"list", "--limit=", "-x", "--", "-y"});
    CHECK(read_leading_options(Example().options, {}).empty());
    CHECK(read_leading_options(Example().options, {"--", "list"}) == Words{"list"});
    const Words unknown{"-x", "list"};
    CHECK_THROWS_WITH(read_leading_options(Example().options, unknown), "unknown option '-x'");
}

TEST_CASE("what was declared can be read back") {
    const Example example;
    REQUIRE(example.options.all().size() == 5);
    CHECK(example.options.all()[0].global);
    CHECK_FALSE(example.options.all()[1].global);
    CHECK(example.options.all()[4].metavar == "fast|slow");
    CHECK(example.options.operand()->metavar == "WORD");
    CHECK(ask::split_names("-n,--limit") == std::vector<std::string_view>{"-n", "--limit"});
}
