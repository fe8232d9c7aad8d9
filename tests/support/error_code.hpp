#pragma once

#include <newsarc/error.hpp>

#include <optional>

namespace newsarc::test {

/// The code of the Error that a piece of work throws; empty when it throws none.
template <typename Work>
std::optional<ErrorCode> code_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.code();
    }
    return std::nullopt;
}

}  // namespace newsarc::test
