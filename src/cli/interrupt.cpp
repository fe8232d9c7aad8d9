#include "cli/interrupt.hpp"

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

}  // namespace newsarc::cli
