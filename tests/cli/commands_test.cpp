#include "cli/commands.hpp"

#include <set>
#include <sstream>

#include "cli/help/help.hpp"
#include "support/catch.hpp"

using namespace newsarc::cli;

TEST_CASE("every command declares its options once, beside the global ones") {
    for (const CommandRow& row : commands()) {
        INFO(row.name);
        const auto command = row.make();
        Parameters options;
        options.begin_command();
        command->declare(options);
        GlobalOptions global;
        declare_global_options(options, global);
        std::set<std::string_view> names;
        for (const Parameter& option : options.all()) {
            CHECK_FALSE(option.help.empty());
            for (const std::string_view name : newsarc::ask::split_names(option.names)) {
                INFO(name);
                CHECK(names.insert(name).second);
            }
        }
        CHECK_NOTHROW(read_arguments(options, {}));
    }
}

TEST_CASE("the help of every command leads with examples, which call it") {
    for (const CommandRow& row : commands()) {
        INFO(row.name);
        CHECK(find_command(row.name) == &row);
        CHECK_FALSE(row.summary.empty());
        REQUIRE(row.examples.ends_with('\n'));
        std::istringstream examples{std::string(row.examples)};
        for (std::string line; std::getline(examples, line);) {
            INFO(line);
            CHECK(line.find("newsarc " + std::string(row.name)) != std::string::npos);
        }
        std::ostringstream help;
        const auto command = row.make();
        Parameters options;
        command->declare(options);
        print_help(help, row, options, {});
        CHECK(help.str().find("Examples:") < help.str().find("Usage:"));
    }
}

TEST_CASE("a mistyped command finds the one that was meant") {
    CHECK(no_such_command("serch", {}).hint().starts_with("did you mean search? "));
    CHECK(no_such_command("lsit", {}).hint().starts_with("did you mean list? "));
    CHECK(no_such_command("frobnicate", {}).hint().starts_with("newsarc --help"));
    CHECK(find_command("serch") == nullptr);
}
