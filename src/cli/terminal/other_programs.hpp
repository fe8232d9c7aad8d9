#pragma once

#include <spawn.h>
#include <sys/types.h>

#include <csignal>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "cli/environment.hpp"

namespace newsarc::cli {

/// How another program is started: what newsarc ignores must not be ignored by others, nor `further` signals
/// that the caller ignores meanwhile.
class SpawnAttributes {
public:
    explicit SpawnAttributes(std::initializer_list<int> further = {}) {
        posix_spawnattr_init(&attributes_);
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGPIPE);
        sigaddset(&signals, SIGXFSZ);
        for (const int signal : further)
            sigaddset(&signals, signal);
        posix_spawnattr_setsigdefault(&attributes_, &signals);
        posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF);
    }
    ~SpawnAttributes() { posix_spawnattr_destroy(&attributes_); }
    SpawnAttributes(const SpawnAttributes&) = delete;
    SpawnAttributes& operator=(const SpawnAttributes&) = delete;

    [[nodiscard]] const posix_spawnattr_t* get() const { return &attributes_; }

private:
    posix_spawnattr_t attributes_{};
};

/// Opens an address with the first program of BROWSER that can be started (its commands stand between
/// colons; `%s` is the address, else it comes last), else with the system's own (xdg-open, open). No shell
/// sees it.
/// Throws Error(usage) for an address that is no link (text/address.hpp), Error(io) when no program can be
/// started.
void open_in_browser(const std::string& address, const Environment& environment);

/// Whether it is worth a try: the user names a browser, or there is a desktop to show one on.
bool has_browser(const Environment& environment);

/// The command that the user edits text with: $VISUAL, else $EDITOR, else vi. Throws Error(usage) when
/// there is none.
std::string editor_command(const Environment& environment);

/// A text in a temporary file of the user's own, to be edited. The file goes with the object unless it
/// is kept.
class EditedFile {
public:
    /// `name` begins the file's name. Throws Error(io).
    EditedFile(const Environment& environment, const std::string& name, std::string_view text);
    EditedFile(const EditedFile&) = delete;
    EditedFile& operator=(const EditedFile&) = delete;
    ~EditedFile();

    /// Lets the user edit it and waits until the editor has ended. Throws Error(io) when it cannot be
    /// started or fails.
    void edit(const std::string& command) const;

    /// What is in the file now. Throws Error(io, input).
    [[nodiscard]] std::string text() const;

    void keep() { kept_ = true; }
    [[nodiscard]] const std::string& path() const { return path_; }

private:
    std::string path_;
    bool kept_ = false;
};

/// The command line of the pager, for `sh -c`: NEWSARC_PAGER, else PAGER, else `less` when PATH has
/// one. None when that is `cat`.
std::optional<std::string> pager_command(const Environment& environment);

/// False when the command names a program that PATH does not have. What only a shell can read, such
/// as a quoted name or a pipe, counts as a program.
bool can_be_started(const std::string& command, const Environment& environment);

/// A pager that shows what is written to its pipe, until it is finished.
class Pager {
public:
    /// Starts it. LESS is set to `FRX` unless the user has set it: short text is printed as it is,
    /// colours are shown, and the text stays on the screen. Throws Error(io).
    Pager(const std::string& command, const Environment& environment);
    Pager(const Pager&) = delete;
    Pager& operator=(const Pager&) = delete;
    ~Pager();

    /// Where to write what it is to show.
    [[nodiscard]] int descriptor() const { return descriptor_; }

    /// Ends its input and waits until the user has closed it. False when there is no such pager.
    bool finish();

private:
    pid_t process_ = -1;
    int descriptor_ = -1;
    void (*interrupt_before_)(int) = nullptr;  ///< what Ctrl-C did before the pager
};

}  // namespace newsarc::cli
