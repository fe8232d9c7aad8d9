#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace newsarc::cli {

/// What `newsarc help` explains beside the commands.
struct Topic {
    std::string_view name;
    std::string_view summary;   ///< one line
    std::string_view document;  ///< Markdown, as embedded() names it
};

/// Every topic, in the order in which help shows them.
std::span<const Topic> topics();

/// The topic of that name, or the only one whose name begins so.
const Topic* find_topic(std::string_view name);

}  // namespace newsarc::cli
