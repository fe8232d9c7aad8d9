#include "cli/terminal/terminal.hpp"

#include <vector>

#include "cli/terminal/other_programs.hpp"
#include "support/catch.hpp"

using namespace newsarc::cli;

TEST_CASE("colours go where they are wanted") {
    struct Row {
        ColorMode mode;
        bool terminal;
        Environment environment;
        bool color, links;
    };
    const auto with = [](std::optional<std::string> no_color, std::optional<std::string> force,
                         std::optional<std::string> term) {
        Environment environment;
        environment.no_color = std::move(no_color);
        environment.clicolor_force = std::move(force);
        environment.term = std::move(term);
        return environment;
    };
    const std::vector<Row> rows{
        {ColorMode::automatic, true, with({}, {}, "xterm"), true, true},
        {ColorMode::automatic, false, with({}, {}, "xterm"), false, false},
        {ColorMode::automatic, true, with({}, {}, "dumb"), false, false},
        {ColorMode::automatic, true, with("1", {}, "xterm"), false, false},
        {ColorMode::automatic, false, with({}, "1", "xterm"), true, false},
        {ColorMode::automatic, false, with({}, "0", "xterm"), false, false},
        {ColorMode::automatic, true, with({}, "1", "dumb"), true, false},
        {ColorMode::automatic, true, with("1", "1", "xterm"), false, false},
        {ColorMode::always, false, with("1", {}, "xterm"), true, false},
        {ColorMode::always, true, with("1", {}, "xterm"), true, true},
        {ColorMode::never, true, with({}, "1", "xterm"), false, false},
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        INFO("row " << i);
        const auto style = choose_style(rows[i].mode, rows[i].terminal, rows[i].environment);
        CHECK(style.color == rows[i].color);
        CHECK(style.links == rows[i].links);
    }
}

TEST_CASE("the configuration file has a say in colours where nothing else has one") {
    Environment environment;
    environment.color = ColorMode::always;
    CHECK(choose_style({}, false, environment).color);
    CHECK_FALSE(choose_style(ColorMode::automatic, false, environment).color);
    CHECK_FALSE(choose_style(ColorMode::never, true, environment).color);
    environment.no_color = "1";
    CHECK_FALSE(choose_style({}, true, environment).color);
    environment = {};
    environment.color = ColorMode::never;
    CHECK_FALSE(choose_style({}, true, environment).color);
    environment.clicolor_force = "1";
    CHECK(choose_style({}, false, environment).color);
}

TEST_CASE("the pager is the user's own choice first") {
    Environment environment;
    environment.pager = "more";
    CHECK(pager_command(environment) == "more");
    environment.newsarc_pager = "less -S";
    CHECK(pager_command(environment) == "less -S");
    environment.newsarc_pager = "cat";
    CHECK_FALSE(pager_command(environment).has_value());
}
