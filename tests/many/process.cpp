#include "many/process.hpp"
#include "support/places.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <sstream>
#include <stdexcept>

namespace newsarc::test {
namespace {

/// A program that waits for ever fails its test.
constexpr unsigned longest_run = 120;  // seconds

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts)
        out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

std::array<int, 2> make_pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    return ends;
}

}  // namespace

std::vector<nlohmann::json> Ended::lines() const {
    std::vector<nlohmann::json> found;
    std::istringstream stream(out.substr(0, out.rfind('\n') + 1));
    for (std::string line; std::getline(stream, line);)
        found.push_back(nlohmann::json::parse(line));
    return found;
}

Process::Process(const std::vector<std::string>& arguments, std::vector<std::string> typed,
                 std::chrono::milliseconds pause) {
    std::signal(SIGPIPE, SIG_IGN);
    const std::string path = folder_ / "out";
    const int out = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    const auto [read_end, write_end] = make_pipe();
    start(arguments, read_end, out);
    close(out);
    close(read_end);
    typist_ = std::thread([typed = std::move(typed), pause, to = write_end] {
        for (std::size_t i = 0; i < typed.size(); ++i) {
            if (i > 0) std::this_thread::sleep_for(pause);
            if (write(to, typed[i].data(), typed[i].size()) < 0) break;
        }
        close(to);
    });
}

Process::Process(const std::vector<std::string>& arguments, Unread) {
    const auto [read_end, write_end] = make_pipe();
    unread_ = read_end;
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
    start(arguments, nothing, write_end);
    close(nothing);
    close(write_end);
}

Process::~Process() {
    if (process_ > 0) {
        kill();
        wait();
    }
    if (unread_ >= 0) close(unread_);
}

void Process::start(const std::vector<std::string>& arguments, int in, int out) {
    std::vector<std::string> words{newsarc::test::program_path()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables{"HOME=" + folder_.path().string(), "PATH=/usr/bin:/bin",
                                       "LC_ALL=C.UTF-8"};
    const std::vector<char*> word_pointers = pointers(words);
    const std::vector<char*> variable_pointers = pointers(variables);
    const std::string path = folder_ / "err";
    const int err = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    process_ = fork();
    if (process_ < 0) throw std::runtime_error("no process");
    if (process_ == 0) {
        // Only what may be called between fork and exec is called.
        dup2(in, STDIN_FILENO);
        dup2(out, STDOUT_FILENO);
        dup2(err, STDERR_FILENO);
        alarm(longest_run);
        execve(word_pointers[0], word_pointers.data(), variable_pointers.data());
        _exit(127);
    }
    close(err);
}

void Process::kill() const {
    if (process_ > 0) ::kill(process_, SIGKILL);
}

bool Process::gets_stuck() const {
    // A pipe counts as full before its last byte is used: what it holds has only to stay as it is.
    const int much = fcntl(unread_, F_GETPIPE_SZ) / 2;
    int before = -1;
    for (int calm = 0; calm < 5; std::this_thread::sleep_for(std::chrono::milliseconds(20))) {
        if (!is_running()) return false;
        int waiting = 0;
        ioctl(unread_, FIONREAD, &waiting);
        calm = waiting > much && waiting == before ? calm + 1 : 0;
        before = waiting;
    }
    return true;
}

bool Process::is_running() const {
    siginfo_t facts{};
    return waitid(P_PID, static_cast<id_t>(process_), &facts, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           facts.si_pid == 0;
}

Ended Process::wait() {
    Ended ended;
    int status = 0;
    waitpid(process_, &status, 0);
    process_ = -1;
    if (typist_.joinable()) typist_.join();
    ended.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    ended.out = folder_.read("out");
    ended.err = folder_.read("err");
    return ended;
}

}  // namespace newsarc::test
