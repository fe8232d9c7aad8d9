#include "cli/config.hpp"

#include <newsarc/error.hpp>

#include "support/catch.hpp"

using namespace newsarc;
using namespace newsarc::cli;

namespace {

using Words = std::vector<std::string>;

Config config_of(std::string_view text) {
    return read_config(text, "/home/jane/.config/newsarc/config.toml", "/home/jane");
}

}  // namespace

TEST_CASE("a configuration file is read, and what it leaves out stays open") {
    const Config config = config_of(
        "# mine\n"
        "archive = \"~/news.db\"\n"
        "color = 'never'\n"
        "pager = \"less -S\"\n"
        "labels = \"desk-labels\"\n"
        "[aliases]\n"
        "recent = \"list -n 20\"\n"
        "talks = \"search '\\\"peace talks\\\"'\"\n"
        "quote = [\"search\", \"a b\"]\n");
    CHECK(config.archive == "/home/jane/news.db");
    CHECK(config.color == ColorMode::never);
    CHECK(config.pager == "less -S");
    CHECK(config.labels == "/home/jane/.config/newsarc/desk-labels");
    REQUIRE(config.aliases.size() == 3);
    CHECK(config.aliases.find("recent")->second == Words{"list", "-n", "20"});
    CHECK(config.aliases.find("talks")->second == Words{"search", "\"peace talks\""});
    CHECK(config.aliases.find("quote")->second == Words{"search", "a b"});
    CHECK(config_of("archive = \"/a.db\"").archive == "/a.db");
    CHECK_FALSE(config_of("").archive.has_value());
}

TEST_CASE("what is no setting is an error with its line and a hint") {
    struct Row {
        std::string text, where, message, hint;
    };
    const std::vector<Row> rows{
        {"\narchiv = \"a\"\n", ":2", "there is no setting 'archiv'", "did you mean archive?"},
        {"nonsense = 1", ":1", "there is no setting 'nonsense'", "newsarc help configuration"},
        {"archive = 5", ":1", "archive takes a text", "archive = \"...\""},
        {"archive = \"\"", ":1", "archive takes a text", "archive"},
        {"color = \"red\"", ":1", "color does not take 'red'", "auto, always, never"},
        {"color = true", ":1", "color takes a text", "color"},
        {"aliases = \"list\"", ":1", "aliases is a table", "aliases.recent"},
        {"[aliases]\nx = 3", ":2", "an alias takes the words", "list -n 20"},
        {"[aliases]\nx = \" \"", ":2", "an alias takes the words", "list -n 20"},
        {"[aliases]\nx = []", ":2", "an alias takes the words", "list -n 20"},
        {"[aliases]\nx = [\"list\", 20]", ":2", "a word of an alias takes a text", "..."},
        {"archive = \n", ":1", "", "the file is TOML"},
        {"pager = \"a\"\npager = \"b\"", ":2", "", "the file is TOML"},
        {"archive = \"\xFF\"", ":1", "", "the file is TOML"},
    };
    for (const Row& row : rows) {
        INFO(row.text);
        try {
            config_of(row.text);
            FAIL("no error");
        } catch (const Error& error) {
            INFO(error.what() << " | " << error.hint());
            CHECK(error.code() == ErrorCode::usage);
            CHECK(std::string(error.what()).find("config.toml" + row.where + ": " + row.message) !=
                  std::string::npos);
            CHECK(error.hint().find(row.hint) != std::string::npos);
            CHECK(error.hint().find("--no-config") != std::string::npos);
        }
    }
}

TEST_CASE("the environment counts before the file") {
    const Config config = config_of("archive = \"/file.db\"\npager = \"less\"\ncolor = \"always\"");
    Environment set;
    set.archive = "/variable.db";
    set.pager = "more";
    complete_environment(set, config);
    CHECK(set.archive == "/variable.db");
    CHECK(set.pager == "more");
    Environment open;
    complete_environment(open, config);
    CHECK(open.archive == "/file.db");
    CHECK(open.pager == "less");
    CHECK(open.color == ColorMode::always);
}
