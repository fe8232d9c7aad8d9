#include "input/office/child.hpp"

#include <newsarc/error.hpp>

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>

namespace newsarc::input {
namespace {

constexpr int not_found = 127;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Error no_process() {
    return {ErrorCode::io, "the system starts no other program", "try again when less is running"};
}

/// A file without a name: programs that seek in their input cannot read a pipe.
File file_of(std::string_view bytes) {
    File file(std::tmpfile());
    if (!file || std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
        std::fflush(file.get()) != 0)
        throw Error(ErrorCode::io, "no temporary file can be written", "see that there is room in /tmp");
    std::rewind(file.get());
    return file;
}

void limit(decltype(RLIMIT_CPU) what, rlim_t value) {
    const rlimit both{value, value};
    setrlimit(what, &both);
}

/// In the new process, where nothing may be called that takes a lock.
[[noreturn]] void become(char* const* command, int in, int out, const ChildLimits& limits) {
    const int nowhere = open("/dev/null", O_WRONLY);
    if (dup2(in, STDIN_FILENO) < 0 || dup2(out, STDOUT_FILENO) < 0 || dup2(nowhere, STDERR_FILENO) < 0)
        _exit(1);
    limit(RLIMIT_CPU, limits.seconds);
    limit(RLIMIT_AS, limits.memory);
    limit(RLIMIT_FSIZE, limits.output);
    limit(RLIMIT_CORE, 0);
    execvp(command[0], command);
    _exit(not_found);
}

/// Reads to the end, or to a limit.
ChildResult::End read_all(int from, const ChildLimits& limits, std::string& to) {
    std::array<char, 65536> block{};
    while (true) {
        pollfd ready{from, POLLIN, 0};
        const int status = poll(&ready, 1, static_cast<int>(limits.seconds * 1000));
        if (status == 0) return ChildResult::End::slow;
        if (status < 0 && errno == EINTR) continue;
        const ssize_t count = ::read(from, block.data(), block.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return ChildResult::End::done;
        to.append(block.data(), static_cast<std::size_t>(count));
        if (to.size() > limits.output) return ChildResult::End::large;
    }
}

}  // namespace

ChildResult run_child(const std::vector<std::string>& command, std::string_view input,
                      const ChildLimits& limits) {
    const File file = file_of(input);
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw no_process();
    // Another thread may start a program, too, which is not to hold these open.
    for (const int end : ends)
        fcntl(end, F_SETFD, FD_CLOEXEC);
    std::vector<char*> arguments;
    for (const std::string& each : command)
        arguments.push_back(const_cast<char*>(each.c_str()));  // execvp takes what it only reads so
    arguments.push_back(nullptr);
    const pid_t child = fork();
    if (child == 0) become(arguments.data(), fileno(file.get()), ends[1], limits);
    close(ends[1]);
    if (child < 0) {
        close(ends[0]);
        throw no_process();
    }
    ChildResult out;
    out.end = read_all(ends[0], limits, out.out);
    close(ends[0]);
    if (out.end != ChildResult::End::done) kill(child, SIGKILL);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (out.end != ChildResult::End::done) return out;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL))
        out.end = ChildResult::End::slow;
    else if (WIFEXITED(status) && WEXITSTATUS(status) == not_found)
        out.end = ChildResult::End::missing;
    else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        out.end = ChildResult::End::failed;
    return out;
}

}  // namespace newsarc::input
