#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

/// What a process took from start to end.
struct Taken {
    double seconds = 0;
    double megabytes = 0;  ///< its memory at its largest
};

/// Runs a process, its output thrown away. Throws when it cannot be run, and when it ends with another
/// status than 0 or 1.
inline Taken run_process(const std::vector<std::string>& arguments) {
    std::vector<char*> raw;
    for (const std::string& argument : arguments)
        raw.push_back(const_cast<char*>(argument.c_str()));
    raw.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const auto start = std::chrono::steady_clock::now();
    pid_t process = 0;
    if (posix_spawnp(&process, raw[0], &actions, nullptr, raw.data(), environ) != 0) {
        throw std::runtime_error("cannot run " + arguments[0]);
    }
    int status = 0;
    rusage usage{};
    wait4(process, &status, 0, &usage);
    posix_spawn_file_actions_destroy(&actions);
    if (!WIFEXITED(status) || WEXITSTATUS(status) > 1) throw std::runtime_error(arguments[0] + " failed");
    return {std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
            static_cast<double>(usage.ru_maxrss) / 1000};
}

}  // namespace bench
