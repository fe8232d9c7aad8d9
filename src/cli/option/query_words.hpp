#pragma once

#include <newsarc/archive.hpp>

#include "cli/context.hpp"

#include <optional>
#include <string>
#include <vector>

namespace newsarc::cli {

/// A query as it was put together from the arguments.
struct AskedQuery {
    std::string text;
    std::optional<SavedSearch> saved;  ///< that the first argument named
};

/// The arguments joined by blanks. A first argument `@NAME` stands for the saved search of that name,
/// and what follows narrows it; where there is none of that name it is text like any other, which a
/// note says.
AskedQuery asked_query(Context& context, const Archive& archive, const std::vector<std::string>& words);

/// `field:value`, the value in quotes where it has to be, for a value that was given by an option.
std::string filter(std::string_view field, std::string_view value);

}  // namespace newsarc::cli
