#pragma once

#include <span>
#include <string_view>

namespace newsarc::cli {

/// A shell that newsarc has completions for.
struct Shell {
    std::string_view name;
    std::string_view script;  ///< as embedded() names it
    bool quotes_stand;        ///< its script hands over words as they were typed, with their quotes
};

std::span<const Shell> shells();

}  // namespace newsarc::cli
