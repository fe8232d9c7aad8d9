#pragma once

#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <string_view>

namespace newsarc::test {

/// How many times the work of an ordinary run a test of many cases is to do: NEWSARC_TEST_EFFORT, else 1.
/// scripts/test-long sets it.
inline std::size_t effort() {
    const char* text = std::getenv("NEWSARC_TEST_EFFORT");
    std::size_t times = 1;
    if (text != nullptr) {
        const std::string_view digits(text);
        std::from_chars(digits.data(), digits.data() + digits.size(), times);
    }
    return times > 0 ? times : 1;
}

}  // namespace newsarc::test
