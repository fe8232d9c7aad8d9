#pragma once

#include <span>
#include <string_view>

namespace newsarc::store {

/// Rows that refer to something that is not there.
struct StrayRows {
    const char* articles;   ///< selects the ids of the articles they belong to, each once
    const char* removal;    ///< takes them, or what they refer to, away
    std::string_view what;  ///< for a person
};

std::span<const StrayRows> stray_rows();

}  // namespace newsarc::store
