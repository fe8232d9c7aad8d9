#include "cli/interrupt.hpp"

#include <poll.h>

#include <csignal>

namespace newsarc::cli {
namespace {

volatile std::sig_atomic_t pressed = 0;

extern "C" void note_interrupt(int) {
    pressed = 1;
}

}  // namespace

void catch_interrupt() {
    struct sigaction before {};
    sigaction(SIGINT, nullptr, &before);
    if (before.sa_handler == SIG_IGN) return;
    struct sigaction action {};
    action.sa_handler = note_interrupt;
    // Not SA_RESTART: a read that waits for input is to return.
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, nullptr);
}

bool interrupted() {
    return pressed != 0;
}

void wait_for_input(int descriptor) {
    // Between a look at the flag and the wait no signal may slip in: it is let in by the wait itself.
    sigset_t blocked;
    sigset_t before;
    sigemptyset(&blocked);
    sigaddset(&blocked, SIGINT);
    sigprocmask(SIG_BLOCK, &blocked, &before);
    if (!interrupted()) {
        pollfd input{.fd = descriptor, .events = POLLIN, .revents = 0};
        ppoll(&input, 1, nullptr, &before);
    }
    sigprocmask(SIG_SETMASK, &before, nullptr);
}

}  // namespace newsarc::cli
