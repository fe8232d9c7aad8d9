// What a command is not finished without.
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>

#include "cli/commands.hpp"
#include "cli/complete/complete.hpp"
#include "cli/help/help.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::cli;

namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// All whole-program tests.
std::string program_tests() {
    std::string out;
    for (const fs::directory_entry& entry :
         fs::recursive_directory_iterator(newsarc::test::source_path("tests/program"))) {
        if (entry.is_regular_file()) out += read(entry.path());
    }
    return out;
}

}  // namespace

TEST_CASE("every command has help with an example") {
    for (const CommandRow& row : commands()) {
        INFO(row.name);
        const auto command = row.make();
        GlobalOptions global;
        std::ostringstream help;
        print_help(help, row, declared_options(*command, global), {});
        CHECK(help.str().find("\n  newsarc " + std::string(row.name)) != std::string::npos);
    }
}

TEST_CASE("every command has a manual page with its examples and options") {
    for (const CommandRow& row : commands()) {
        INFO(row.name);
        const std::string page = read(fs::path(newsarc::test::manual_path()) / "man1" /
                                      ("newsarc-" + std::string(row.name) + ".1"));
        CHECK(page.find(".SH EXAMPLES\n") != std::string::npos);
        const auto command = row.make();
        GlobalOptions global;
        const Parameters options = declared_options(*command, global);
        for (const Parameter& option : options.all()) {
            std::string name(option.long_name());
            for (std::size_t at = 0; (at = name.find('-', at)) != std::string::npos; at += 2)
                name.insert(at, "\\");
            INFO(name);
            CHECK(page.find("\\fB" + name + "\\fR") != std::string::npos);
        }
    }
}

TEST_CASE("every command is completed, and so are its options") {
    const auto offers = [](const std::vector<std::string>& words, std::string_view value) {
        const Offers all = complete(words, {});
        return std::ranges::any_of(all.words, [&](const Offer& one) { return one.value == value; });
    };
    for (const CommandRow& row : commands()) {
        const std::string name(row.name);
        INFO(name);
        CHECK(offers({""}, name));
        const auto command = row.make();
        GlobalOptions global;
        const Parameters options = declared_options(*command, global);
        for (const Parameter& option : options.all()) {
            const std::string option_name(option.long_name());
            INFO(option_name);
            CHECK(offers({name, option_name}, option_name));
            for (const std::string_view choice : option.choices)
                CHECK(offers({name, option_name, ""}, choice));
        }
    }
}

TEST_CASE("every command has a whole-program test") {
    const std::string tests = program_tests();
    REQUIRE_FALSE(tests.empty());
    for (const CommandRow& row : commands()) {
        INFO(row.name);
        CHECK(tests.find("run({\"" + std::string(row.name) + "\"") != std::string::npos);
    }
}
