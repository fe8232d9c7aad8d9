#pragma once

#include <spawn.h>

#include <csignal>
#include <initializer_list>

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

}  // namespace newsarc::cli
