#include "cli/command/hint_commands.hpp"

#include "cli/commands.hpp"
#include "text/unicode/ascii.hpp"

#include <algorithm>

namespace newsarc::cli {
namespace {

constexpr std::string_view program = "newsarc ";

bool needs_no_quotes(char c) {
    return text::is_ascii_alnum(c) || std::string_view("_./-+:,@%").find(c) != std::string_view::npos;
}

}  // namespace

std::string shell_quoted(std::string_view word) {
    if (!word.empty() && std::ranges::all_of(word, needs_no_quotes)) return std::string(word);
    std::string out = "'";
    for (const char c : word)
        out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

std::string with_archive_option(std::string_view hint, std::string_view archive) {
    // A synopsis shows the form of a command; it is not to be typed.
    if (hint.starts_with("usage: ")) return std::string(hint);
    std::string out;
    while (true) {
        const std::size_t at = hint.find(program);
        if (at == std::string_view::npos) return out.append(hint);
        out.append(hint.substr(0, at + program.size()));
        hint.remove_prefix(at + program.size());
        const std::size_t end = hint.find_first_not_of("abcdefghijklmnopqrstuvwxyz");
        const std::string_view name = hint.substr(0, end);
        if (name != "help" && find_command(name) != nullptr) out += "-A " + shell_quoted(archive) + " ";
    }
}

}  // namespace newsarc::cli
