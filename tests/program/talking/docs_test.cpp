#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "program/sandbox.hpp"
#include "support/catch.hpp"
#include "support/places.hpp"

using namespace newsarc::tests;

namespace {

/// A command of a page, and what the page says that it prints.
struct Example {
    std::string command;
    std::vector<std::string> output;
};

/// The commands in the `console` blocks of a page, in order.
std::vector<Example> examples_of(const std::string& page) {
    std::ifstream file(newsarc::test::source_path(page));
    REQUIRE(file.is_open());
    std::vector<Example> out;
    bool inside = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("```")) {
            inside = line == "```console";
        } else if (inside && line.starts_with("$ ")) {
            out.push_back({line.substr(2), {}});
        } else if (inside) {
            REQUIRE_FALSE(out.empty());
            out.back().output.push_back(line);
        }
    }
    return out;
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        if (line.ends_with('\r')) line.pop_back();
        out.push_back(line);
    }
    return out;
}

/// Equal, a line's end left open by an ellipsis that stands behind a blank.
bool line_fits(const std::string& wanted, const std::string& line) {
    constexpr std::string_view open_end = " …";
    if (wanted == line) return true;
    return wanted.ends_with(open_end) &&
           line.starts_with(wanted.substr(0, wanted.size() - open_end.size() + 1));
}

/// A line that is an ellipsis stands for any number of lines.
bool fits(const std::vector<std::string>& wanted, std::size_t w, const std::vector<std::string>& lines,
          std::size_t l) {
    if (w == wanted.size()) return l == lines.size();
    if (wanted[w] != "…") {
        return l < lines.size() && line_fits(wanted[w], lines[l]) && fits(wanted, w + 1, lines, l + 1);
    }
    for (std::size_t next = l; next <= lines.size(); ++next) {
        if (fits(wanted, w + 1, lines, next)) return true;
    }
    return false;
}

/// The arguments of a command line without pipes and variables; empty where a shell is needed.
std::vector<std::string> arguments_of(const std::string& command) {
    std::vector<std::string> out{""};
    char quote = 0;
    for (const char c : command) {
        if (quote == 0 && (c == '|' || c == '>' || c == '$')) return {};
        if (quote != 0 ? c == quote : c == '\'' || c == '"') {
            quote = quote == 0 ? c : '\0';
        } else if (c == ' ' && quote == 0) {
            out.emplace_back();
        } else {
            out.back() += c;
        }
    }
    if (out.front() != "newsarc") return {};
    out.erase(out.begin());
    return out;
}

/// False, with a warning, when a program that the command calls is not there.
bool can_run(const Sandbox& sandbox, const std::string& command) {
    for (const std::string program : {"jq", "sqlite3"}) {
        if (command.find(program + " ") == std::string::npos) continue;
        if (sandbox.shell("command -v " + program).status == 0) continue;
        WARN(program << " is not there, so this is not tried: " << command);
        return false;
    }
    return true;
}

std::vector<std::string> pages() {
    std::vector<std::string> out{"README.md"};
    for (const auto& file : std::filesystem::directory_iterator(newsarc::test::source_path("docs")))
        out.push_back("docs/" + file.path().filename().string());
    return out;
}

}  // namespace

TEST_CASE("README and every page of the documentation show what newsarc prints") {
    const std::string first_step = "newsarc add data";
    for (const std::string& page : pages()) {
        const std::vector<Example> examples = examples_of(page);
        if (examples.empty()) continue;
        Sandbox sandbox;
        sandbox.environment["NO_COLOR"] = "1";
        sandbox.environment["NEWSARC_PAGER"] = "cat";
        sandbox.environment["NEWSARC_ARCHIVE"] = sandbox.at("archive.db");
        std::filesystem::copy(newsarc::test::source_path("data"), sandbox.at("data"),
                              std::filesystem::copy_options::recursive);
        if (examples.front().command != first_step) REQUIRE(sandbox.shell(first_step).status == 0);
        for (const Example& example : examples) {
            INFO(page << ": " << example.command);
            if (!can_run(sandbox, example.command)) continue;
            const auto arguments = arguments_of(example.command);
            const Run run =
                arguments.empty() ? sandbox.shell(example.command) : sandbox.run_on_terminal(arguments);
            INFO(run.out << run.err);
            CHECK(fits(example.output, 0, lines_of(run.out), 0));
        }
    }
}
