#pragma once

#include <newsarc/add.hpp>
#include <newsarc/article.hpp>
#include <newsarc/error.hpp>

#include <cstdint>
#include <optional>
#include <string>

#include "store/duplicate/near_duplicates.hpp"

namespace newsarc::archive {

AddResult failed(const std::optional<std::string>& path, const Error& error);

/// What became of an article; the id is that under which the archive holds it, if it does.
AddResult result_for(AddStatus status, std::optional<std::int64_t> id, const Article& article);

/// An article that was not there yet: added, or nearly the same as another. Without an id it was
/// not stored.
AddResult added_or_like(std::optional<std::int64_t> id, const Article& article,
                        const store::Comparison& comparison);

/// An article whose content the archive holds already, under this id.
/// An article that was removed before, and is passed over.
AddResult removed_before(const Article& article);

AddResult duplicate_of(std::int64_t id, const Article& article);

}  // namespace newsarc::archive
