#pragma once

#include <newsarc/archive.hpp>

#include "cli/context.hpp"

#include <cstdint>
#include <optional>

namespace newsarc::cli {

/// Lists the versions of an article that is there; `named` says which it is above them. Returns true.
bool list_versions(Context& context, const Archive& archive, std::int64_t id, bool named);

/// Tells what changed in an article from the version before this one, or before the newest. False, with a
/// note, when there is none before.
bool print_difference(Context& context, const Archive& archive, std::int64_t id,
                      std::optional<std::int64_t> version);

Error no_such_version(std::int64_t id, std::int64_t version);

}  // namespace newsarc::cli
