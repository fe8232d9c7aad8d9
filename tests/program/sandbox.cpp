#include "program/sandbox.hpp"

#include <fcntl.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>
#include <utmp.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "support/catch.hpp"
#include "support/places.hpp"

namespace newsarc::tests {
namespace {

namespace fs = std::filesystem;

constexpr unsigned longest_run = 180;  // seconds, on a slow machine under sanitizers

int status_of(int process) {
    int status = 0;
    waitpid(process, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// In the child: becomes the command. Only what may be called between fork and exec is called.
[[noreturn]] void become(const std::string& folder, const std::vector<char*>& command,
                         const std::vector<char*>& environment) {
    alarm(longest_run);  // goes on through execve: a program that waits for ever fails its test
    if (chdir(folder.c_str()) == 0) execve(command[0], command.data(), environment.data());
    _exit(127);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts)
        out.push_back(text.data());
    out.push_back(nullptr);
    return out;
}

std::vector<std::string> assignments(const std::map<std::string, std::string>& environment) {
    std::vector<std::string> out;
    for (const auto& [name, value] : environment)
        out.push_back(name + "=" + value);
    return out;
}

/// Without the line that tells how far something is, which is seen where it takes long: each from a carriage
/// return to the sequence that clears what is behind it.
std::string without_progress(std::string text) {
    constexpr std::string_view end = "\x1B[K";
    for (std::size_t at = 0; (at = text.find(end, at)) != std::string::npos;) {
        const std::size_t begin = text.find_last_of("\r\n", at);
        if (begin == std::string::npos || text[begin] == '\n') {
            at += end.size();
        } else {
            text.erase(begin, at + end.size() - begin);
            at = begin;
        }
    }
    return text;
}

}  // namespace

nlohmann::json Run::json() const {
    INFO("stdout: " << out << "\nstderr: " << err);
    REQUIRE(nlohmann::json::accept(out));
    return nlohmann::json::parse(out);
}

std::vector<nlohmann::json> Run::json_lines() const {
    INFO("stdout: " << out << "\nstderr: " << err);
    std::vector<nlohmann::json> lines;
    std::istringstream stream(out);
    for (std::string line; std::getline(stream, line);) {
        REQUIRE(nlohmann::json::accept(line));
        lines.push_back(nlohmann::json::parse(line));
    }
    return lines;
}

nlohmann::json Run::json_error() const {
    INFO("stderr: " << err);
    const std::size_t begin = err.find("{\"error\"");
    REQUIRE(begin != std::string::npos);
    return nlohmann::json::parse(err.substr(begin, err.find('\n', begin) - begin))["error"];
}

Sandbox::Sandbox() {
    fs::create_directory(at("home"));
    environment = {{"HOME", at("home")}, {"PATH", "/usr/bin:/bin"}, {"TERM", "xterm"}, {"LC_ALL", "C.UTF-8"}};
}

bool Sandbox::exists(std::string_view name) const {
    return fs::exists(at(name));
}

Run Sandbox::run(const std::vector<std::string>& arguments) const {
    std::vector<std::string> command{newsarc::test::program_path()};
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_program(command);
}

Run Sandbox::shell(const std::string& line) const {
    return run_program(
        {"/bin/sh", "-c", "newsarc() { '" + newsarc::test::program_path() + "' \"$@\"; }; " + line});
}

Run Sandbox::run_program(const std::vector<std::string>& command) const {
    // The streams are files beside the sandbox, so that no pipe can fill up.
    const std::string in = streams_ / "in";
    const std::string out = streams_ / "out";
    const std::string err = streams_ / "err";
    std::ofstream(in, std::ios::binary) << standard_input;
    std::vector<std::string> words = command;
    std::vector<std::string> variables = assignments(environment);
    const std::vector<char*> word_pointers = pointers(words);
    const std::vector<char*> variable_pointers = pointers(variables);
    const pid_t process = fork();
    REQUIRE(process >= 0);
    if (process == 0) {
        dup2(open(in.c_str(), O_RDONLY), STDIN_FILENO);
        dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
        dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDERR_FILENO);
        become(at(""), word_pointers, variable_pointers);
    }
    Run run;
    run.status = status_of(process);
    run.out = streams_.read("out");
    run.err = streams_.read("err");
    return run;
}

Run Sandbox::run_on_terminal(const std::vector<std::string>& arguments, unsigned short columns,
                             const Watcher& meanwhile) const {
    std::vector<std::string> words{newsarc::test::program_path()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> variables = assignments(environment);
    const std::vector<char*> word_pointers = pointers(words);
    const std::vector<char*> variable_pointers = pointers(variables);
    winsize size{};
    size.ws_col = columns;
    size.ws_row = 25;
    int terminal = -1;
    int inside = -1;
    // ctest counts a test that prints this as skipped (tests/CMakeLists.txt).
    if (openpty(&terminal, &inside, nullptr, nullptr, &size) != 0)
        throw std::runtime_error(std::string("SKIPPED: no pseudo-terminal: ") + strerror(errno));
    // Newlines are to come through as they were sent, and what is typed is not to be shown: it would stand
    // anywhere among the output.
    termios mode{};
    tcgetattr(inside, &mode);
    mode.c_oflag &= ~static_cast<tcflag_t>(OPOST);
    mode.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(inside, TCSANOW, &mode);
    const pid_t process = fork();
    REQUIRE(process >= 0);
    if (process == 0) {
        close(terminal);
        login_tty(inside);
        become(at(""), word_pointers, variable_pointers);
    }
    close(inside);
    // Short enough for the terminal to hold until it is read.
    if (!standard_input.empty()) REQUIRE(::write(terminal, standard_input.data(), standard_input.size()) > 0);
    Run run;
    std::array<char, 4096> piece{};
    while (true) {
        const ssize_t count = ::read(terminal, piece.data(), piece.size());
        if (count <= 0) break;  // EIO: the program has ended
        run.out.append(piece.data(), static_cast<std::size_t>(count));
        if (meanwhile) meanwhile(run.out, process);
    }
    run.out = without_progress(std::move(run.out));
    run.status = status_of(process);
    close(terminal);
    return run;
}

TwoArticles::TwoArticles() {
    write("in/a.txt", port_article);
    write("in/b.txt", dyke_article);
    REQUIRE(run({"add", "in"}).status == 0);
}

std::string golden(std::string_view name, const std::string& actual) {
    const std::string path = newsarc::test::source_path("tests/golden/" + std::string(name));
    if (std::getenv("NEWSARC_UPDATE_GOLDEN") != nullptr) std::ofstream(path, std::ios::binary) << actual;
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool is_harmless(std::string_view text) {
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F) return false;
    }
    for (const std::string_view control : {"\xC2\x9B", "\xE2\x80\xAE", "\xE2\x81\xA6"}) {
        if (text.find(control) != std::string_view::npos) return false;
    }
    return true;
}

}  // namespace newsarc::tests
