#include "fuzz/promises.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// libFuzzer's entry point: any bytes, and the parser's promises held to them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto broken = newsarc::fuzz::broken_promise({reinterpret_cast<const char*>(data), size});
    if (broken) {
        std::fprintf(stderr, "%s\n", broken->c_str());
        std::abort();
    }
    return 0;
}
