#include "cli/terminal/interrupt.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>

namespace newsarc::cli {
namespace {

// Any thread may look, and the handler may run in any.
std::atomic<bool> pressed{false};
static_assert(std::atomic<bool>::is_always_lock_free);

/// A pipe that becomes readable, and stays so, with Ctrl-C: it wakes every thread that waits for input.
std::array<int, 2> waker{-1, -1};

extern "C" void note_interrupt(int) {
    const int reason = errno;
    interrupt();
    errno = reason;
}

}  // namespace

void catch_interrupt() {
    // Without the pipe Ctrl-C ends the program at once, as it does without this function.
    if (waker[0] < 0 && pipe2(waker.data(), O_CLOEXEC | O_NONBLOCK) != 0) return;
    struct sigaction before {};
    sigaction(SIGINT, nullptr, &before);
    if (before.sa_handler == SIG_IGN) return;
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

bool interrupted() {
    return pressed.load();
}

void interrupt() {
    pressed.store(true);
    [[maybe_unused]] const ssize_t written = write(waker[1], "!", 1);
}

void wait_for_input(int descriptor, std::optional<std::chrono::milliseconds> longest) {
    // poll() passes over a descriptor below zero.
    std::array<pollfd, 2> inputs{{{.fd = descriptor, .events = POLLIN, .revents = 0},
                                  {.fd = waker[0], .events = POLLIN, .revents = 0}}};
    const int timeout = longest ? static_cast<int>(longest->count()) : -1;
    while (poll(inputs.data(), inputs.size(), timeout) < 0 && errno == EINTR && !interrupted()) {
    }
}

}  // namespace newsarc::cli
