#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace newsarc::fuzz {

/// Ends the program, as libFuzzer wants it, when a promise does not hold.
inline void require(bool holds, const std::string& promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise.c_str());
    std::abort();
}

}  // namespace newsarc::fuzz
