#include "cli/terminal/browser.hpp"

#include <newsarc/error.hpp>

#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/terminal/spawn_attributes.hpp"
#include "text/address.hpp"

// POSIX leaves the declaration to the program; glibc has one of its own.
extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace newsarc::cli {
namespace {

using Words = std::vector<std::string>;

Words split(std::string_view text, char mark) {
    Words out;
    while (true) {
        const std::size_t end = std::min(text.find(mark), text.size());
        if (end > 0) out.emplace_back(text.substr(0, end));
        if (end == text.size()) return out;
        text.remove_prefix(end + 1);
    }
}

Words command_for(const std::string& browser, const std::string& address) {
    Words words = split(browser, ' ');
    bool given = false;
    for (std::string& word : words) {
        const std::size_t place = word.find("%s");
        if (place == std::string::npos) continue;
        word.replace(place, 2, address);
        given = true;
    }
    if (!given) words.push_back(address);
    return words;
}

/// Runs a program and waits for it, as one that shows pages in the terminal must have it to itself.
/// False when it cannot be started, or failed.
bool run(Words words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const SpawnAttributes attributes;
    pid_t process = -1;
    const int status =
        posix_spawnp(&process, arguments.front(), nullptr, attributes.get(), arguments.data(), environ);
    if (status != 0) return false;
    int ended = 0;
    while (waitpid(process, &ended, 0) < 0 && errno == EINTR) {
    }
    return WIFEXITED(ended) && WEXITSTATUS(ended) == 0;
}

}  // namespace

void open_in_browser(const std::string& address, const Environment& environment) {
    const std::optional<std::string> target = text::link_target(address);
    if (!target) {
        throw Error(ErrorCode::usage, "only http, https and mailto links are opened, not " + address,
                    "copy the address if you trust it");
    }
    const Words browsers =
        environment.browser ? split(*environment.browser, ':') : Words{std::string("xdg-open")};
    for (const std::string& browser : browsers) {
        if (run(command_for(browser, *target))) return;
    }
    throw Error(ErrorCode::io, "no program could open " + *target,
                "name one: BROWSER=firefox newsarc show ... (else xdg-open is asked)");
}

}  // namespace newsarc::cli
