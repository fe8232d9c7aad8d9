#pragma once

#include "cli/environment.hpp"

#include <sys/types.h>

#include <optional>
#include <string>

namespace newsarc::cli {

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
