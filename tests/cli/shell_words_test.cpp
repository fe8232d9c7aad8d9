#include "cli/complete/shell_words.hpp"

#include "support/catch.hpp"

using namespace newsarc::cli;

TEST_CASE("a word is read as a shell reads it, also when it is not finished") {
    struct Row {
        std::string typed, text;
        char quote;
        bool quote_first;
    };
    const std::vector<Row> rows{
        {"plain", "plain", '\0', false},
        {"", "", '\0', false},
        {"two\\ words", "two words", '\0', false},
        {"'two words'", "two words", '\0', true},
        {"'credit:\"Har", "credit:\"Har", '\'', true},
        {"credit:\\\"Har", "credit:\"Har", '\0', false},
        {"credit:\"Har", "credit:Har", '"', false},
        {"\"a \\\" b \\n\"", "a \" b \\n", '\0', true},
        {"'it'\\''s'", "it's", '\0', false},
        {"end\\", "end", '\0', false},
    };
    for (const Row& row : rows) {
        INFO(row.typed);
        const TypedWord word = read_typed_word(row.typed);
        CHECK(word.text == row.text);
        CHECK(word.quote == row.quote);
        if (row.quote != '\0') CHECK(word.quote_first == row.quote_first);
    }
}

TEST_CASE("a line is taken apart at the blanks that nothing holds") {
    using Words = std::vector<std::string>;
    CHECK(split_into_words("list -n 20") == Words{"list", "-n", "20"});
    CHECK(split_into_words("  search\t'a phrase'  b\\ c ") == Words{"search", "a phrase", "b c"});
    CHECK(split_into_words("search '\"peace talks\"'") == Words{"search", "\"peace talks\""});
    CHECK(split_into_words("search ''") == Words{"search", ""});
    CHECK(split_into_words("search \"open end") == Words{"search", "open end"});
    CHECK(split_into_words(" \t").empty());
}

TEST_CASE("a text is escaped for the place where it is to stand") {
    CHECK(escaped_for_shell("plain-1.txt", '\0') == "plain-1.txt");
    CHECK(escaped_for_shell("credit:\"A B\"", '\0') == "credit:\\\"A\\ B\\\"");
    CHECK(escaped_for_shell("a $b \"c\"", '"') == "a \\$b \\\"c\\\"");
    CHECK(escaped_for_shell("it's \"so\"", '\'') == "it'\\''s \"so\"");
    for (const char* text : {"a b", "it's", "$HOME `x` \\ \"q\"", "a;b|c&d", "(x)", "*?[a]", "#!"}) {
        INFO(text);
        CHECK(read_typed_word(escaped_for_shell(text, '\0')).text == text);
        CHECK(read_typed_word("\"" + escaped_for_shell(text, '"') + "\"").text == text);
        CHECK(read_typed_word("'" + escaped_for_shell(text, '\'') + "'").text == text);
    }
}
