#include "cli/terminal/other_programs.hpp"

#include <newsarc/error.hpp>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/source/input_descriptor.hpp"
#include "cli/source/inputs.hpp"
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

#ifdef __APPLE__
constexpr std::string_view opener = "open";
constexpr bool needs_display = false;
#else
constexpr std::string_view opener = "xdg-open";
constexpr bool needs_display = true;
#endif

constexpr std::string_view suffix = ".txt";

[[noreturn]] void fail(const std::string& what, int reason) {
    throw Error(ErrorCode::io, what + ": " + std::strerror(reason));
}

void write_all(int descriptor, std::string_view text, const std::string& path) {
    while (!text.empty()) {
        const ssize_t written = write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail("cannot write " + path, errno);
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// While it lives, Ctrl-C is the editor's.
class IgnoredInterrupt {
public:
    IgnoredInterrupt() : before_(std::signal(SIGINT, SIG_IGN)) {}
    IgnoredInterrupt(const IgnoredInterrupt&) = delete;
    IgnoredInterrupt& operator=(const IgnoredInterrupt&) = delete;
    ~IgnoredInterrupt() { std::signal(SIGINT, before_); }

private:
    void (*before_)(int);
};

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

void open_in_browser(const std::string& address, const Environment& environment) {
    const std::optional<std::string> target = text::link_target(address);
    if (!target) {
        throw Error(ErrorCode::usage, "only http, https and mailto links are opened, not " + address,
                    "copy the address if you trust it");
    }
    const Words browsers =
        environment.browser ? split(*environment.browser, ':') : Words{std::string(opener)};
    for (const std::string& browser : browsers) {
        if (run(command_for(browser, *target))) return;
    }
    throw Error(ErrorCode::io, "no program could open " + *target,
                "name one: BROWSER=firefox newsarc show ... (else " + std::string(opener) + " is asked)");
}

bool has_browser(const Environment& environment) {
    return environment.browser || !needs_display || environment.display;
}

std::string editor_command(const Environment& environment) {
    const std::string command = environment.visual.value_or(environment.editor.value_or("vi"));
    if (can_be_started(command, environment)) return command;
    throw Error(ErrorCode::usage, "there is no editor " + command,
                "set EDITOR to yours, or change single fields with --set FIELD=VALUE");
}

EditedFile::EditedFile(const Environment& environment, const std::string& name, std::string_view text)
    : path_(environment.temporary.value_or("/tmp") + "/" + name + "-XXXXXX" + std::string(suffix)) {
    // mkstemps makes it readable for its owner alone.
    const int descriptor = mkstemps(path_.data(), static_cast<int>(suffix.size()));
    if (descriptor < 0) fail("cannot make the file " + path_, errno);
    const Descriptor closed(descriptor);
    write_all(descriptor, text, path_);
}

EditedFile::~EditedFile() {
    if (!kept_) unlink(path_.c_str());
}

void EditedFile::edit(const std::string& command) const {
    const SpawnAttributes attributes({SIGINT});

    // The shell reads what may be a command with options; the file's name is not for it to read.
    std::string shell = "sh";
    std::string option = "-c";
    std::string line = command + " \"$@\"";
    std::string zero = command;
    std::string file = path_;
    std::array<char*, 6> arguments{shell.data(), option.data(), line.data(),
                                   zero.data(),  file.data(),   nullptr};
    const IgnoredInterrupt ignored;
    pid_t process = -1;
    const int started =
        posix_spawn(&process, "/bin/sh", nullptr, attributes.get(), arguments.data(), environ);
    if (started != 0) fail("cannot start the editor", started);
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
    throw Error(ErrorCode::io, "the editor failed: " + command, "set EDITOR to yours");
}

std::string EditedFile::text() const {
    return read_source(path_).bytes;
}

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
