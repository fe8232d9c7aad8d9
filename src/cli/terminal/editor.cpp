#include "cli/terminal/editor.hpp"

#include "cli/source/inputs.hpp"
#include "cli/terminal/descriptor.hpp"
#include "cli/terminal/pager.hpp"
#include "cli/terminal/spawn_attributes.hpp"

#include <newsarc/error.hpp>

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>

extern char** environ;  // NOLINT(readability-redundant-declaration)

namespace newsarc::cli {
namespace {

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

}  // namespace

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

}  // namespace newsarc::cli
