#include "cli/commands.hpp"

#include "text/nearest.hpp"

#include <array>
#include <vector>

namespace newsarc::cli {
namespace {

// A new command is a row here and a file of its own.
constexpr std::array<CommandRow, 1> table{{
    {"parse", "show what would be read out of a file, and store nothing",
     "newsarc parse article.txt\n"
     "newsarc parse --explain article.txt\n"
     "newsarc parse --json *.txt | jq -r .headline\n",
     make_parse},
}};

}  // namespace

std::span<const CommandRow> commands() {
    return table;
}

const CommandRow* find_command(std::string_view name) {
    for (const CommandRow& row : table) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

std::optional<std::string> nearest_command(std::string_view name) {
    std::vector<std::string_view> names;
    for (const CommandRow& row : table)
        names.push_back(row.name);
    return text::nearest(name, names);
}

}  // namespace newsarc::cli
