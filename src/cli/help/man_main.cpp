// newsarc_man FOLDER DATE: writes the manual pages to FOLDER/man1 and FOLDER/man7. Run by the build.
#include "cli/help/man_pages.hpp"
#include "cli/version.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace newsarc::cli;

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: newsarc_man FOLDER DATE\n";
        return 2;
    }
    const std::filesystem::path folder = arguments[1];
    const ManEdition edition{.date = arguments[2], .version = std::string(version)};
    // Nothing is to be left of a command that is gone.
    for (const char* section : {"man1", "man7"}) {
        std::filesystem::remove_all(folder / section);
        std::filesystem::create_directories(folder / section);
    }
    const auto page = [&](const std::string& name, const char* section) {
        std::ofstream out;
        out.exceptions(std::ios::failbit | std::ios::badbit);
        out.open(folder / (std::string("man") + section) / (name + "." + section));
        return out;
    };
    auto program = page("newsarc", "1");
    print_program_page(program, edition);
    for (const CommandRow& row : commands()) {
        auto out = page("newsarc-" + std::string(row.name), "1");
        print_command_page(out, row, edition);
    }
    for (const Topic& topic : topics()) {
        auto out = page("newsarc-" + std::string(topic.name), "7");
        print_topic_page(out, topic, edition);
    }
}
