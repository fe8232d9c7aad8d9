#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace newsarc::input {

/// What another program may take.
struct ChildLimits {
    unsigned seconds = 30;               ///< of the processor's time, and without a byte of output
    std::size_t memory = 1'000'000'000;  ///< bytes
    std::size_t output = 64'000'000;     ///< bytes
};

struct ChildResult {
    enum class End { done, failed, missing, slow, large };
    End end = End::failed;
    std::string out;  ///< what it wrote to standard output
};

/// Runs a program of the system, found by the search path, without a shell: `input` is its standard input,
/// and what it writes to standard error is dropped. It is ended when it goes beyond a limit. Throws Error(io)
/// when the system gives no process.
ChildResult run_child(const std::vector<std::string>& command, std::string_view input,
                      const ChildLimits& limits = {});

}  // namespace newsarc::input
