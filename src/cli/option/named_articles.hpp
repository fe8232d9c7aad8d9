#pragma once

#include <newsarc/archive.hpp>

#include "cli/context.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace newsarc::cli {

/// Articles that were named by id or uid.
struct NamedArticles {
    std::vector<Article> articles;     ///< each once, in the order in which they were named
    std::vector<std::string> missing;  ///< the names of those that are not there
};

/// Looks the articles up; `-` among the names stands for the lines of standard input. What is not
/// there is told as an error.
NamedArticles look_up(Context& context, const Archive& archive, const std::vector<std::string>& names);

}  // namespace newsarc::cli
