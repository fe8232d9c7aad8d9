#include "cli/terminal/pager.hpp"

#include <newsarc/error.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

// POSIX leaves the declaration to the program; glibc has one of its own.
extern char** environ;  // NOLINT(readability-redundant-declaration)

#include "cli/terminal/spawn_attributes.hpp"

namespace newsarc::cli {
namespace {

std::vector<char*> environment_of_pager(std::string& less, bool less_is_set) {
    std::vector<char*> variables;
    for (char** one = environ; *one != nullptr; ++one) {
        if (less_is_set || !std::string_view(*one).starts_with("LESS=")) variables.push_back(*one);
    }
    if (!less_is_set) variables.push_back(less.data());
    variables.push_back(nullptr);
    return variables;
}

/// Looks where sh would: at the path when the name is one, else in the folders of PATH.
bool is_program(const std::string& name, const Environment& environment) {
    if (name.find('/') != std::string::npos) return access(name.c_str(), X_OK) == 0;
    const std::string folders = environment.path.value_or("/usr/local/bin:/usr/bin:/bin");
    for (std::size_t at = 0; at <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', at), folders.size());
        const std::string folder = folders.substr(at, end - at);
        if (access(((folder.empty() ? "." : folder) + "/" + name).c_str(), X_OK) == 0) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

std::optional<std::string> pager_command(const Environment& environment) {
    const std::optional<std::string>& chosen =
        environment.newsarc_pager ? environment.newsarc_pager : environment.pager;
    if (chosen) return *chosen == "cat" ? std::nullopt : chosen;
    if (environment.term == "dumb" || !is_program("less", environment)) return std::nullopt;
    return "less";
}

bool can_be_started(const std::string& command, const Environment& environment) {
    // An assignment, a quote, a pipe: the shell's to read.
    if (command.find_first_of("|&;<>()$`\\\"'*?[#~=%{}\n") != std::string::npos) return true;
    const std::size_t begin = command.find_first_not_of(" \t");
    if (begin == std::string::npos) return false;
    return is_program(command.substr(begin, command.find_first_of(" \t", begin) - begin), environment);
}

Pager::Pager(const std::string& command, const Environment& environment) {
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0) {
        throw Error(ErrorCode::io, std::string("cannot start the pager: ") + std::strerror(errno));
    }
    // A pager that held its own pipe open for writing would never see its end.
    for (const int end : pipe)
        fcntl(end, F_SETFD, FD_CLOEXEC);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[0], STDIN_FILENO);
    const SpawnAttributes attributes({SIGINT});

    std::string less = "LESS=FRX";
    std::vector<char*> variables = environment_of_pager(less, environment.less.has_value());
    std::string shell = "sh";
    std::string option = "-c";
    std::string line = command;
    std::array<char*, 4> arguments{shell.data(), option.data(), line.data(), nullptr};
    const int status =
        posix_spawn(&process_, "/bin/sh", &actions, attributes.get(), arguments.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    close(pipe[0]);
    if (status != 0) {
        process_ = -1;
        close(pipe[1]);
        throw Error(ErrorCode::io, std::string("cannot start the pager: ") + std::strerror(status));
    }
    descriptor_ = pipe[1];
    // Ctrl-C is the pager's while it shows something.
    interrupt_before_ = std::signal(SIGINT, SIG_IGN);
}

Pager::~Pager() {
    finish();
}

bool Pager::finish() {
    constexpr int status_of_sh_for_no_such_command = 127;
    if (process_ < 0) return true;
    close(descriptor_);
    int status = 0;
    while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    std::signal(SIGINT, interrupt_before_);
    return !WIFEXITED(status) || WEXITSTATUS(status) != status_of_sh_for_no_such_command;
}

}  // namespace newsarc::cli
